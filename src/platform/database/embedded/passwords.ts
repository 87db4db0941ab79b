import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './error-code.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { isRoot } from './server-user.js';
import { syncFolder } from './sync-folder.js';

export interface Passwords {
  superuser: string;
  owner: string;
  application: string;
}

/**
 * The passwords of a cluster, kept beside it in `passwords.json`, readable by its owner alone. New ones are made (and safely
 * on disk) only while there is no cluster, since those of an existing one are known nowhere else.
 */
export async function loadOrCreatePasswords(folder: string, hasCluster: boolean): Promise<Passwords> {
  const path = pathOf(folder);
  const known = await readPasswords(folder);
  if (known) return known;
  if (hasCluster) {
    throw new EmbeddedPostgresError(
      'embedded.passwords_unusable',
      `The database in ${folder} is there, but ${path}, which holds its passwords, is missing or damaged. ` +
        'Put it back from a backup, together with the database, or choose another data folder.',
    );
  }
  const passwords = { superuser: newPassword(), owner: newPassword(), application: newPassword() };
  await writePasswords(folder, path, passwords);
  return passwords;
}

/** The passwords of the cluster in `folder`; `null` while there are none, or none that can be read. */
export async function readPasswords(folder: string): Promise<Passwords | null> {
  try {
    const stored: unknown = JSON.parse(await readFile(pathOf(folder), 'utf8'));
    return isPasswords(stored) ? stored : null;
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

function pathOf(folder: string): string {
  return join(folder, 'passwords.json');
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

function isPasswords(value: unknown): value is Passwords {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<string, unknown>;
  return ['superuser', 'owner', 'application'].every((role) => typeof record[role] === 'string' && record[role] !== '');
}

async function writePasswords(folder: string, path: string, passwords: Passwords): Promise<void> {
  const unfinished = `${path}.tmp`;
  await rm(unfinished, { force: true });
  const file = await open(unfinished, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(passwords, null, 2)}\n`);
    if (isRoot()) {
      const { uid, gid } = await stat(folder);
      await file.chown(uid, gid);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
  await syncFolder(folder);
}
