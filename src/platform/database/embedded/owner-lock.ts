import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './error-code.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { identityOf, isProcessIdentity, isStillAlive, type ProcessIdentity } from './process-identity.js';

/*
 * One process at a time may run a server on a folder. Each owner has its own numbered file, `owner-<n>.lock`; the highest
 * number counts, and an empty file has been released. Numbers only grow: removing or renaming a stale lock could remove
 * one that a faster start has just put in its place. A number is claimed with link(2), which is exclusive and shows the
 * file only once its content is complete.
 */
const LOCK_FILE = /^owner-(\d+)\.lock$/;
const CANDIDATE_FILE = /^owner\.candidate-(\d+)-/;

export interface OwnerLock {
  release(): Promise<void>;
}

/**
 * Makes this process the owner of `folder`, taking over from an owner that died.
 * Throws `embedded.already_running` while another owner lives (this very process included).
 */
export async function takeOwnerLock(folder: string): Promise<OwnerLock> {
  const me = (await identityOf(process.pid)) ?? { pid: process.pid, startedAt: null };
  const candidate = join(folder, `owner.candidate-${me.pid}-${randomUUID()}`);
  try {
    await writeFile(candidate, `${JSON.stringify(me)}\n`, { flag: 'wx', mode: 0o644 });
    for (;;) {
      const latest = await highestNumber(folder);
      await refuseWhileOwnerLives(folder, latest);
      const claimed = latest + 1;
      if (!(await linkIfFree(candidate, lockPath(folder, claimed)))) continue;
      // Somebody may have come, gone on to a higher number and swept ours away as stale between our look and our claim.
      if ((await highestNumber(folder)) === claimed) {
        await sweep(folder, claimed);
        return { release: () => truncateIfThere(lockPath(folder, claimed)) };
      }
      await rm(lockPath(folder, claimed), { force: true });
    }
  } finally {
    await rm(candidate, { force: true });
  }
}

async function refuseWhileOwnerLives(folder: string, lockNumber: number): Promise<void> {
  const path = lockPath(folder, lockNumber);
  const owner = await readOwner(path);
  if (!owner || !(await isStillAlive(owner))) return;
  const doubt = owner.startedAt === null ? ` If process ${owner.pid} is something else, delete ${path}.` : '';
  throw new EmbeddedPostgresError(
    'embedded.already_running',
    `Process ${owner.pid} already runs the embedded database in ${folder}. ` +
      `Stop it (kill ${owner.pid}), choose another data folder, or set DATABASE_URL to use a PostgreSQL server of your own.${doubt}`,
  );
}

async function highestNumber(folder: string): Promise<number> {
  const numbers = (await readdir(folder)).map((name) => Number(LOCK_FILE.exec(name)?.[1] ?? 0));
  return Math.max(0, ...numbers);
}

/** Null for a released lock, one swept away meanwhile, or one whose content a power cut swallowed: none has a living owner. */
async function readOwner(path: string): Promise<ProcessIdentity | null> {
  try {
    const owner: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isProcessIdentity(owner) ? owner : null;
  } catch (error) {
    if (error instanceof SyntaxError || errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function linkIfFree(candidate: string, path: string): Promise<boolean> {
  try {
    await link(candidate, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Emptying needs no disk space, and leaves the number taken. */
async function truncateIfThere(path: string): Promise<void> {
  try {
    await truncate(path, 0);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

async function sweep(folder: string, ours: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const lockNumber = LOCK_FILE.exec(name)?.[1];
    const candidatePid = CANDIDATE_FILE.exec(name)?.[1];
    const isOld = lockNumber !== undefined && Number(lockNumber) < ours;
    const isLeftBehind = candidatePid !== undefined && (await identityOf(Number(candidatePid))) === null;
    if (isOld || isLeftBehind) await rm(join(folder, name), { force: true });
  }
}

function lockPath(folder: string, lockNumber: number): string {
  return join(folder, `owner-${lockNumber}.lock`);
}
