import { readFile } from 'node:fs/promises';
import { errorCode } from './error-code.js';
import { runToEnd } from './run-as.js';

/** A process beyond doubt: ids are reused (in containers constantly), so the moment of its start belongs to it. */
export interface ProcessIdentity {
  pid: number;
  /** Boot id and clock ticks since boot; null where the system does not tell (anything but Linux): then the pid must do. */
  startedAt: string | null;
}

const STATE_FIELD = 0;
const START_TIME_FIELD = 19;

/** The identity of a running process, or null when there is none. One that has died but was not reaped counts as none. */
export async function identityOf(pid: number): Promise<ProcessIdentity | null> {
  const fields = await statFields(pid);
  if (!fields) return answersSignals(pid) ? { pid, startedAt: null } : null;
  if (fields[STATE_FIELD] === 'Z' || fields[STATE_FIELD] === 'X') return null;
  const boot = await readIfThere('/proc/sys/kernel/random/boot_id');
  return { pid, startedAt: `${boot?.trim() ?? ''}:${fields[START_TIME_FIELD] ?? ''}` };
}

export async function isStillAlive(known: ProcessIdentity): Promise<boolean> {
  const now = await identityOf(known.pid);
  if (!now) return false;
  return now.startedAt === null || known.startedAt === null || now.startedAt === known.startedAt;
}

/** The program and arguments of a process, joined by spaces; null when it is gone or the system does not tell. */
export async function commandLineOf(pid: number): Promise<string | null> {
  const text = await readIfThere(`/proc/${pid}/cmdline`);
  return text ? text.replaceAll('\0', ' ') : commandLineFromPs(pid);
}

/** As above, where there is no /proc. */
export async function commandLineFromPs(pid: number): Promise<string | null> {
  const { code, output } = await runToEnd({ how: 'as_we_are' }, 'ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
  return code === 0 && output !== '' ? `${output} ` : null;
}

export function isProcessIdentity(value: unknown): value is ProcessIdentity {
  if (typeof value !== 'object' || value === null || !('pid' in value) || !('startedAt' in value)) return false;
  return Number.isInteger(value.pid) && (value.startedAt === null || typeof value.startedAt === 'string');
}

/** Fields of /proc/<pid>/stat after the command name, which is in brackets and may itself hold spaces and brackets. */
async function statFields(pid: number): Promise<string[] | null> {
  const text = await readIfThere(`/proc/${pid}/stat`);
  return text ? text.slice(text.lastIndexOf(')') + 2).split(' ') : null;
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

function answersSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: there is such a process, it belongs to somebody else.
    return !isGone(error);
  }
}

// EACCES and EPERM on /proc mean "hidden from you", ESRCH "died while we were reading".
function isGone(error: unknown): boolean {
  return ['ENOENT', 'ESRCH', 'EACCES'].includes(errorCode(error) ?? '');
}
