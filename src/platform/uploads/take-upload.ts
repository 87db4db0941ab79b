import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../http/access.js';
import { Problem } from '../http/problem.js';
import { notFound } from '../http/problems.js';
import { FileStore, type ReceivedFile } from '../storage/file-store.js';
import { STORAGE_DRIVER, type StorageDriver } from '../storage/storage-driver.js';
import { composed } from './composed.js';
import { FindUpload } from './find-upload.js';
import { uploadUnfinished } from './problems.js';
import type { Upload, UploadPart } from './upload.js';
import { UploadsRepository } from './uploads.repository.js';

/** An act that takes a whole file; what it does with one that is sent at once, it does with one that came in parts. */
export interface Taking<Result> {
  uploadId: string;
  /** What uploads must have been begun for. */
  purposes: readonly string[];
  subjectId: string | null;
  /** Keeps the bytes as a file, with all the act's checks: `FileStore.receive`. */
  receive: (content: { name: string; purpose: string; stream: Readable }) => Promise<ReceivedFile>;
  /** Writes the file's row, and whatever the act does, in the same transaction. */
  write: (tx: Tx, received: ReceivedFile) => Promise<Result>;
  /** What `write` answered when it was taken before. */
  again: (tx: Tx, fileId: string) => Promise<Result | null>;
}

/** Makes a file of an upload that is whole. Once, however often it is asked for: the upload's row says what it became. */
@Injectable()
export class TakeUpload {
  constructor(
    private readonly work: UnitOfWork,
    private readonly findUpload: FindUpload,
    private readonly uploads: UploadsRepository,
    private readonly files: FileStore,
    @Inject(STORAGE_DRIVER) private readonly driver: StorageDriver,
  ) {}

  async run<Result>(actor: Actor, taking: Taking<Result>): Promise<Result> {
    const upload = await this.findUpload.run(actor, taking.uploadId);
    if (!taking.purposes.includes(upload.purpose) || upload.subjectId !== taking.subjectId) throw new Problem(notFound);
    if (upload.received < upload.bytes) throw unfinished(upload);
    const parts = await this.work.run(actor, (tx) => this.uploads.parts(tx, upload.id));
    if (upload.fileId !== null || parts.length === 0) return this.work.run(actor, (tx) => this.taken(tx, actor, taking));
    const received = await this.receive(actor, taking, upload, parts);
    if (received === 'taken') return this.work.run(actor, (tx) => this.taken(tx, actor, taking));
    const { result, unneeded } = await this.work.run(actor, (tx) => this.settle(tx, actor, taking, received));
    for (const storageKey of unneeded) await this.files.discard({ storageKey });
    return result;
  }

  /** `taken`: another request was faster, and took the parts away while they were read here. */
  private async receive<Result>(
    actor: Actor,
    { receive }: Taking<Result>,
    { id, name, purpose }: Upload,
    parts: readonly UploadPart[],
  ): Promise<ReceivedFile | 'taken'> {
    try {
      return await receive({ name, purpose, stream: this.whole(parts) });
    } catch (error) {
      const now = await this.findUpload.run(actor, id);
      if (now.fileId !== null) return 'taken';
      throw error;
    }
  }

  /** Bytes whose row could not be written are left to the storage sweep: after a lost commit nobody here knows whether there is a row. */
  private async settle<Result>(tx: Tx, actor: Actor, taking: Taking<Result>, received: ReceivedFile) {
    const upload = await this.uploads.find(tx, actor.personId, taking.uploadId, 'for update');
    // Another request was faster.
    if (upload?.fileId !== null) return { result: await this.taken(tx, actor, taking), unneeded: [received.storageKey] };
    const result = await taking.write(tx, received);
    return { result, unneeded: await this.uploads.settle(tx, upload.id, received.id) };
  }

  private async taken<Result>(tx: Tx, actor: Actor, { uploadId, again }: Taking<Result>): Promise<Result> {
    const upload = await this.uploads.find(tx, actor.personId, uploadId);
    const result = upload?.fileId ? await again(tx, upload.fileId) : null;
    if (result === null) throw new Problem(notFound);
    return result;
  }

  private whole(parts: readonly UploadPart[]): Readable {
    return Readable.from(composed(this.driver, parts), { objectMode: false });
  }
}

function unfinished({ received, bytes }: Upload): Problem {
  const detail = `${bytes - received} bytes are still to come. Go on from byte ${received}.`;
  return new Problem(uploadUnfinished, { detail, facts: { offset: received, bytes } });
}
