import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { parse } from 'node:path';
import type { Readable } from 'node:stream';

/** Under which user the PostgreSQL programs run. */
export type RunAs =
  | { how: 'as_we_are' }
  | { how: 'as_user'; uid: number; gid: number }
  /** Through `setpriv`, with the one capability to pass (and read) folders closed to that user. Linux only. */
  | { how: 'as_user_with_search'; uid: number; gid: number };

export type Program = ChildProcessByStdio<null, Readable, Readable>;

// A list of what may pass, because the environment holds secrets, and PG* and LC_* variables that would change the server.
const PASSED_ON = ['PATH', 'SystemRoot', 'TMPDIR', 'TEMP', 'TMP'];

export function spawnAs(runAs: RunAs, command: string, args: string[], options: { detached?: boolean } = {}): Program {
  const environment = Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]]));
  const [program, programArgs] = runAs.how === 'as_user_with_search' ? throughSetpriv(runAs, command, args) : [command, args];
  return spawn(program, programArgs, {
    ...(runAs.how === 'as_user' ? { uid: runAs.uid, gid: runAs.gid } : {}),
    cwd: parse(process.cwd()).root,
    env: { ...environment, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: options.detached ?? false,
    windowsHide: true,
  });
}

export interface Outcome {
  /** Null when the program could not be started or was killed; `output` then says why, where the system does. */
  code: number | null;
  output: string;
}

/** Runs a program to its end; never throws for its failure. */
export async function runToEnd(runAs: RunAs, command: string, args: string[]): Promise<Outcome> {
  const program = spawnAs(runAs, command, args);
  const output = Promise.all([text(program.stdout), text(program.stderr)]);
  try {
    const [code] = (await once(program, 'close')) as [number | null];
    return { code, output: (await output).join('').trim() };
  } catch (error) {
    return { code: null, output: String(error) };
  }
}

function throughSetpriv(user: { uid: number; gid: number }, command: string, args: string[]): [string, string[]] {
  const identity = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
  const capability = ['--inh-caps=-all,+dac_read_search', '--ambient-caps=-all,+dac_read_search'];
  // Without this bit access(2), by which PostgreSQL examines its own programs, overlooks the capabilities of a non-root user.
  const inEffect = '--securebits=+no_setuid_fixup';
  return ['setpriv', [...identity, inEffect, ...capability, '--', command, ...args]];
}
