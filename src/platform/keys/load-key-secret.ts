import { randomBytes, randomUUID, scryptSync } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, lstatSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../config/environment.js';

export class KeySecretError extends Error {
  override readonly name = 'KeySecretError';
}

const FILE = 'key-secret';
const GENERATED = /^[A-Za-z0-9_-]{43}$/;
const OPEN_TO_OTHERS = 0o077;
// The context separates this key from any other made of the same secret; the cost slows guessing of a secret that somebody thought up.
const CONTEXT = 'cairn key-encryption key, version 1';
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/**
 * The 32-byte key that seals private signing keys: made from CAIRN_KEY_SECRET, or from the file `key-secret` in the data directory,
 * which the first process to ask generates. The file's content may be moved into CAIRN_KEY_SECRET: the key stays the same.
 * Throws `KeySecretError` when the file is damaged or readable by others. Takes about 0.1 s; ask once.
 */
export function loadKeySecret({
  CAIRN_KEY_SECRET,
  CAIRN_DATA_DIR,
}: Pick<Environment, 'CAIRN_KEY_SECRET' | 'CAIRN_DATA_DIR'>): Buffer {
  const secret = CAIRN_KEY_SECRET ?? secretOfFile(CAIRN_DATA_DIR);
  return scryptSync(secret.trim(), CONTEXT, 32, COST);
}

function secretOfFile(folder: string): string {
  const path = join(folder, FILE);
  if (!exists(path)) generate(folder, path);
  if (process.platform !== 'win32') refuseOpenFile(path);
  const secret = readFileSync(path, 'utf8').trim();
  if (!GENERATED.test(secret)) {
    throw new KeySecretError(
      `${path} is damaged. Restore it from a backup: signing keys sealed with it cannot be opened otherwise, so no new one is made in its place.`,
    );
  }
  return secret;
}

/** Written aside and then linked, which is exclusive: of two processes that start at once one wins, and nobody sees half a file. */
function generate(folder: string, path: string): void {
  mkdirSync(folder, { recursive: true });
  const candidate = `${path}.${randomUUID()}`;
  try {
    writeSecret(candidate, `${randomBytes(32).toString('base64url')}\n`);
    linkSync(candidate, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(candidate, { force: true });
  }
  syncFolder(folder);
}

function writeSecret(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A key that is lost in a power cut takes every signing key with it. Windows cannot open folders, and needs no such call. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function refuseOpenFile(path: string): void {
  const mode = lstatSync(path).mode & 0o777;
  if ((mode & OPEN_TO_OTHERS) === 0) return;
  throw new KeySecretError(
    `${path} can be used by others than its owner (mode ${mode.toString(8)}). Run: chmod 600 ${path}. ` +
      'If others could have read it, rotate the signing keys too.',
  );
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
