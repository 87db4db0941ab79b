import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

/** Part of a file, in bytes counted from 0; both ends are included. Without an end, up to the last byte. */
export interface ByteRange {
  start: number;
  end?: number;
}

export interface StoredObject {
  key: string;
  bytes: number;
  modifiedAt: Date;
}

/** Where bytes are kept under a key. It knows nothing of names, types or owners. */
export interface StorageDriver {
  /**
   * Keeps the stream's bytes. They are visible only when whole and safe on disk; a stream that fails or is cut off leaves nothing,
   * and its own error is thrown. Writing a key again replaces what was there.
   */
  write(key: string, stream: Readable, signal?: AbortSignal): Promise<void>;
  /** The bytes under the key, or a range within them. Throws `MissingFileError`. */
  open(key: string, range?: ByteRange): Promise<Readable>;
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>;
  exists(key: string): Promise<boolean>;
  /** Everything whose key starts with the prefix, in no particular order. */
  list(prefix?: string): AsyncIterable<StoredObject>;
  /** Removes what writes that were cut off by a crash left behind, if begun before the given moment; answers how many there were. */
  removeUnfinished(before: Date): Promise<number>;
  /** Writes, reads back and removes a few bytes; throws what goes wrong. */
  check(): Promise<void>;
}

export const STORAGE_DRIVER = Symbol('StorageDriver');

export class MissingFileError extends Error {
  override readonly name = 'MissingFileError';

  constructor(readonly key: string) {
    super(`There are no stored bytes under the key ${key}`);
  }
}

// Lower case alone, because some file systems cannot tell cases apart; no separators, so that a key cannot leave its folder.
const KEY = /^[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?$/;

/** Throws a `TypeError` unless the key is one that every driver can hold. */
export function requireKey(key: string): string {
  if (!KEY.test(key))
    throw new TypeError(`A storage key is 1 to 100 lower-case letters, digits and inner hyphens, not ${JSON.stringify(key)}`);
  return key;
}

/** What `check` does, on any driver. */
export async function checkRoundTrip(driver: StorageDriver): Promise<void> {
  const key = `check-${randomUUID()}`;
  const written = randomBytes(64);
  await driver.write(key, Readable.from([written]));
  try {
    const read = await buffer(await driver.open(key));
    if (!read.equals(written)) throw new Error('File storage gave back other bytes than were written');
  } finally {
    await driver.remove(key);
  }
  if (await driver.exists(key)) throw new Error('File storage keeps a file that was removed');
}
