import { createHash } from 'node:crypto';
import { addAbortSignal, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../database/unit-of-work.js';
import { Problem } from '../http/problem.js';
import { newId } from '../ids.js';
import { allowedMediaType } from './allowed-media-type.js';
import { cleanFileName } from './clean-file-name.js';
import { Intake } from './intake.js';
import { fileEmpty } from './problems.js';
import { HEAD_BYTES } from './recognise-media-type.js';
import { STORAGE_DRIVER, type ByteRange, MissingFileError, type StorageDriver } from './storage-driver.js';
import { StoredFile } from './stored-file.entity.js';
import { VerifiedBytes } from './verified-bytes.js';

export interface Receipt {
  institutionId: string;
  purpose: string;
  originalName: string;
  stream: Readable;
  maxBytes: number;
  /** Types that are taken, such as `text/*` or `application/pdf`; without any, all are. */
  mediaTypes?: readonly string[];
  createdBy: string | null;
  now: Date;
  /** Raised when the sender has gone. */
  signal?: AbortSignal;
}

/** A file whose bytes are kept and whose row is still to be written: `record` it, or `discard` it. */
export type ReceivedFile = Readonly<StoredFile>;

@Injectable()
export class FileStore {
  constructor(@Inject(STORAGE_DRIVER) private readonly driver: StorageDriver) {}

  /**
   * Keeps the stream's bytes under a new key, counted, hashed and recognised on the way. Refuses with `file.empty`, `file.too_large`,
   * `file.type_mismatch` or `file.type_not_allowed`; whatever goes wrong, nothing stays behind.
   */
  async receive({ stream, maxBytes, mediaTypes = [], signal, ...receipt }: Receipt): Promise<ReceivedFile> {
    const originalName = cleanFileName(receipt.originalName);
    // Called off at its source: what reads it further on could wait for ever for a next chunk.
    const intake = new Intake(signal ? addAbortSignal(signal, stream) : stream, maxBytes);
    const storageKey = newId(receipt.now.getTime());
    try {
      const head = await intake.head(HEAD_BYTES);
      if (head.length === 0) throw new Problem(fileEmpty, { detail: `${originalName} has no content. Choose another file.` });
      const mediaType = await allowedMediaType(head, originalName, mediaTypes);
      await this.driver.write(storageKey, Readable.from(intake.all(), { objectMode: false }));
      return {
        id: newId(receipt.now.getTime()),
        institutionId: receipt.institutionId,
        purpose: receipt.purpose,
        originalName,
        mediaType,
        bytes: intake.bytes,
        sha256: intake.digest(),
        storageKey,
        createdBy: receipt.createdBy,
        createdAt: receipt.now,
      };
    } catch (error) {
      intake.stop();
      throw error;
    }
  }

  /** Writes the file's row in the caller's transaction. If that fails, the caller discards the bytes. */
  async record(tx: Tx, received: ReceivedFile): Promise<StoredFile> {
    const file = tx.manager.create(StoredFile, received);
    await tx.manager.insert(StoredFile, file);
    return file;
  }

  /** Removes the bytes: of a file whose row was not written, or whose row was deleted and committed. */
  async discard(file: Pick<StoredFile, 'storageKey'>): Promise<void> {
    await this.driver.remove(file.storageKey);
  }

  async find(tx: Tx, id: string, purpose?: string): Promise<StoredFile | null> {
    return tx.manager.findOneBy(StoredFile, { id, ...(purpose === undefined ? {} : { purpose }) });
  }

  /** The bytes as they are stored, or a range within them. Throws `MissingFileError`. */
  open(file: Pick<StoredFile, 'storageKey'>, range?: ByteRange): Promise<Readable> {
    return this.driver.open(file.storageKey, range);
  }

  /** All bytes; the stream fails with `DamagedFileError` before its end unless they are the ones that were received. */
  async openVerified(file: Pick<StoredFile, 'id' | 'storageKey' | 'bytes' | 'sha256'>): Promise<Readable> {
    const stored = await this.driver.open(file.storageKey);
    const verified = new VerifiedBytes(file);
    // Destroying either end ends the other; failures surface to whoever reads `verified`.
    void pipeline(stored, verified).catch((error: Error) => verified.destroy(error));
    return verified;
  }

  /** Reads the stored bytes again and compares them with what was received. */
  async verifyBytes(file: Pick<StoredFile, 'storageKey' | 'bytes' | 'sha256'>): Promise<'intact' | 'missing' | 'damaged'> {
    const hash = createHash('sha256');
    try {
      await pipeline(await this.driver.open(file.storageKey), hash);
    } catch (error) {
      if (error instanceof MissingFileError) return 'missing';
      throw error;
    }
    return hash.digest('hex') === file.sha256 ? 'intact' : 'damaged';
  }
}
