import { setTimeout as delay } from 'node:timers/promises';
import { disownPostmasterFile, readPostmasterFile } from './postmaster-file.js';
import { commandLineOf, identityOf, isStillAlive, type ProcessIdentity } from './process-identity.js';

const POLL_MS = 20;
const FAST_STOP_MS = 15_000;
const IMMEDIATE_STOP_MS = 10_000;

/**
 * Stops the server that a killed run left on `cluster` (its real path). Only the holder of the owner lock may call this.
 * A process that is not certainly that server is never touched; where it might be one, PostgreSQL decides whether to start.
 */
export async function stopOrphanServer(cluster: string, onLog: (line: string) => void): Promise<void> {
  const left = await readPostmasterFile(cluster);
  if (!left || !Number.isInteger(left.pid) || left.pid <= 1) return;
  const server = await identityOf(left.pid);
  const commandLine = await commandLineOf(left.pid);
  if (!server || !commandLine?.includes(`postgres -D ${cluster} `)) {
    // A zombie, or a process that got the number later (in containers the same numbers come back after each restart).
    const isCertainlyNone = server === null || (commandLine !== null && !commandLine.includes('postgres'));
    if (isCertainlyNone) await disownPostmasterFile(cluster, left);
    return;
  }
  onLog(`stopping the database server (process ${server.pid}) that a killed run left on ${cluster}`);
  if (await stopsAfter('SIGINT', server, FAST_STOP_MS)) return;
  await stopsAfter('SIGQUIT', server, IMMEDIATE_STOP_MS);
}

async function stopsAfter(signal: NodeJS.Signals, server: ProcessIdentity, patienceMs: number): Promise<boolean> {
  if (await isStillAlive(server)) process.kill(server.pid, signal);
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += POLL_MS) {
    if (!(await isStillAlive(server))) return true;
    await delay(POLL_MS);
  }
  return false;
}
