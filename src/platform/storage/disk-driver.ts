import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { addAbortSignal, type Readable } from 'node:stream';
import { syncFolder } from '../database/embedded/sync-folder.js';
import {
  checkRoundTrip,
  MissingFileError,
  requireKey,
  type ByteRange,
  type StorageDriver,
  type StoredObject,
} from './storage-driver.js';

const INCOMING = 'incoming';
// Nobody but the process's own user reads what people handed in.
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/** Keeps files under one folder of the local disk, spread over subfolders by the end of their keys, which is random in a UUID. */
export class DiskDriver implements StorageDriver {
  private readonly incoming: string;

  constructor(private readonly folder: string) {
    this.incoming = join(folder, INCOMING);
  }

  async write(key: string, stream: Readable, signal?: AbortSignal): Promise<void> {
    const target = this.pathOf(key);
    const temporary = join(this.incoming, randomUUID());
    try {
      await mkdir(this.incoming, { recursive: true, mode: FOLDER_MODE });
      await writeSynced(temporary, stream, signal);
      await this.reveal(temporary, target);
    } catch (error) {
      stream.destroy();
      await rm(temporary, { force: true });
      throw error;
    }
  }

  async open(key: string, range?: ByteRange): Promise<Readable> {
    try {
      const handle = await open(this.pathOf(key), 'r');
      return handle.createReadStream(range);
    } catch (error) {
      if (isMissing(error)) throw new MissingFileError(key);
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async exists(key: string): Promise<boolean> {
    return (await statIfThere(this.pathOf(key))) !== null;
  }

  async *list(prefix = ''): AsyncIterable<StoredObject> {
    for (const shard of await namesIn(this.folder)) {
      if (shard === INCOMING) continue;
      for (const key of await namesIn(join(this.folder, shard))) {
        if (!key.startsWith(prefix)) continue;
        // It may be removed between our reading the folder and looking at it.
        const found = await statIfThere(join(this.folder, shard, key));
        if (found) yield { key, bytes: found.size, modifiedAt: found.mtime };
      }
    }
  }

  async removeUnfinished(before: Date): Promise<number> {
    let removed = 0;
    for (const name of await namesIn(this.incoming)) {
      const path = join(this.incoming, name);
      const found = await statIfThere(path);
      if (!found || found.mtime >= before) continue;
      await rm(path, { force: true });
      removed++;
    }
    return removed;
  }

  check(): Promise<void> {
    return checkRoundTrip(this);
  }

  /** A rename within one file system is atomic; the folders are synced so that it outlives a power cut. */
  private async reveal(temporary: string, target: string): Promise<void> {
    const shard = dirname(target);
    const made = await mkdir(shard, { recursive: true, mode: FOLDER_MODE });
    await rename(temporary, target);
    await syncFolder(shard);
    if (made !== undefined) await syncFolder(this.folder);
  }

  private pathOf(key: string): string {
    return join(this.folder, requireKey(key).slice(-2).padStart(2, '0').replace('-', '0'), key);
  }
}

async function writeSynced(path: string, stream: Readable, signal: AbortSignal | undefined): Promise<void> {
  const handle = await open(path, 'wx', FILE_MODE);
  try {
    await writeFile(handle, signal ? addAbortSignal(signal, stream) : stream);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function statIfThere(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
