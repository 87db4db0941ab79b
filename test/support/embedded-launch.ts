import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Client, type QueryResultRow } from 'pg';
import {
  EmbeddedPostgresError,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from '../../src/platform/database/embedded/index.js';
import { stopOrphanServer } from '../../src/platform/database/embedded/orphan-server.js';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const launchScript = join(repository, 'test/support/launch-embedded.mjs');

export const isRoot = process.getuid?.() === 0;

const cleanUps: (() => Promise<unknown>)[] = [];

/** Ends and removes all that the functions below have started and made; for `afterEach`. */
export async function cleanUp(): Promise<void> {
  const failures: unknown[] = [];
  for (const step of cleanUps.splice(0).reverse()) await step().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, 'Not all that the test began could be ended.');
}

/** Ends a process, or whatever else a test began, when the test is over. */
export function endLater(begun: ChildProcess | { end(): Promise<void> }): void {
  cleanUps.push(() => ('end' in begun ? begun.end() : endProcess(begun, 'SIGKILL')));
}

/** A new folder that other users may pass; `closed` makes one that they may not. */
export async function temporaryFolder({ closed = false, name = 'cairn embedded ü ' } = {}): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), name)));
  await chmod(folder, closed ? 0o700 : 0o755);
  cleanUps.push(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));
  return folder;
}

let original: Promise<string> | undefined;

/** A data folder that has been used before: a copy of one made once, which is faster than a first start. */
export async function usedDataFolder(parent?: string): Promise<string> {
  original ??= makeOriginal();
  const copy = join(parent ?? (await temporaryFolder()), 'postgres');
  await promisify(execFile)('cp', ['-a', await original, copy]);
  return copy;
}

/** For `afterAll` in files that use `usedDataFolder`. */
export async function removeOriginal(): Promise<void> {
  if (original) await rm(dirname(await original), { recursive: true, force: true });
}

async function makeOriginal(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'cairn embedded original ')));
  await chmod(folder, 0o755);
  const dataDirectory = join(folder, 'postgres');
  await (await startEmbeddedPostgres({ dataDirectory, durable: false })).stop();
  return dataDirectory;
}

/** Starts in this process, without fsync unless told otherwise. */
export async function start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  endLaterOn(options.dataDirectory);
  const server = await startEmbeddedPostgres({ durable: false, ...options });
  cleanUps.push(() => server.stop());
  return server;
}

/** The refusal of a start that must not succeed. */
export async function refusal(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgresError> {
  const outcome = await start(options).catch((error: unknown) => error);
  if (outcome instanceof EmbeddedPostgresError) return outcome;
  throw new Error('The start was expected to be refused.', { cause: outcome });
}

export type Announced = Pick<EmbeddedPostgres, 'superuserUrl' | 'ownerUrl' | 'applicationUrl' | 'port' | 'processId'>;

export interface ChildLaunch {
  launcher: ChildProcess;
  started?: Announced;
  refused?: { code: string; message: string };
}

export interface ChildSetting {
  uid?: number;
  gid?: number;
  environment?: Record<string, string>;
  /** Where the compiled launcher lies, when not in the repository's own cache. */
  compiled?: string;
}

/** Starts a process that starts the server, and waits for its answer. */
export async function launchInChild(options: EmbeddedPostgresOptions, setting: ChildSetting = {}): Promise<ChildLaunch> {
  const launcher = await spawnLauncher(options, setting);
  if (!launcher.stdout) throw new Error('The launcher has no output.');
  for await (const line of createInterface({ input: launcher.stdout })) {
    return { launcher, ...(JSON.parse(line) as Omit<ChildLaunch, 'launcher'>) };
  }
  throw new Error('The launcher ended without an answer.');
}

export async function spawnLauncher(options: EmbeddedPostgresOptions, setting: ChildSetting = {}): Promise<ChildProcess> {
  endLaterOn(options.dataDirectory);
  const compiled = setting.compiled ?? (await compiledLauncher());
  const launcher = spawn(process.execPath, [launchScript, compiled, JSON.stringify({ durable: false, ...options })], {
    ...(setting.uid === undefined ? {} : { uid: setting.uid, gid: setting.gid }),
    env: { ...process.env, ...setting.environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  cleanUps.push(() => endProcess(launcher, 'SIGTERM'));
  return launcher;
}

/** The launcher compiled for plain Node, made by a process of its own because Jest cannot load swc's ES module here. */
export async function compiledLauncher(): Promise<string> {
  const code = `process.stdout.write(await (await import('./test/support/compile-launcher.mjs')).compileLauncher())`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], { cwd: repository });
  return stdout;
}

export async function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

/** Rows of one statement on a connection of its own. */
export async function query<Row extends QueryResultRow>(url: string, statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

function endLaterOn(dataDirectory: string): void {
  cleanUps.push(async () => {
    const cluster = join(dataDirectory, 'pgdata');
    if (existsSync(cluster)) await stopOrphanServer(cluster, () => undefined);
  });
}
