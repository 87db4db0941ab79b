import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../http/access.js';
import { Problem } from '../http/problem.js';
import { bodyTooLarge } from '../http/problems.js';
import { newId } from '../ids.js';
import { allowedMediaType } from '../storage/allowed-media-type.js';
import { HEAD_BYTES } from '../storage/recognise-media-type.js';
import { STORAGE_DRIVER, type StorageDriver } from '../storage/storage-driver.js';
import { CutIntoParts } from './cut-into-parts.js';
import { expired, FindUpload } from './find-upload.js';
import { uploadChecksum, uploadOffset } from './problems.js';
import type { Checksum } from './tus-headers.js';
import type { Upload } from './upload.js';
import { expiryFrom, PART_BYTES, refuseAppend } from './upload-rules.js';
import { UploadsRepository } from './uploads.repository.js';

export interface Appendix {
  offset: number;
  /** Bytes announced; `null` when that is not said. */
  length: number | null;
  checksum: Checksum | null;
  source: AsyncIterable<Buffer>;
}

interface KeptPart {
  storageKey: string;
  bytes: number;
  /** The first bytes, and the digest where one was asked for. */
  head: Buffer;
  digest: Buffer | null;
}

/**
 * Takes the bytes that follow (tus 1.0.0, PATCH). They are kept part by part: a sender that goes away loses nothing of what came, a
 * server that is killed at most one part. Of two that send at once the first to finish a part wins, and the other is told where it goes on.
 */
@Injectable()
export class AppendToUpload {
  constructor(
    private readonly work: UnitOfWork,
    private readonly findUpload: FindUpload,
    private readonly uploads: UploadsRepository,
    @Inject(STORAGE_DRIVER) private readonly driver: StorageDriver,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, { offset, length, checksum, source }: Appendix): Promise<Upload> {
    let upload = await this.findUpload.run(actor, id);
    const refusal = refuseAppend(upload, { offset, length }, this.clock.now());
    if (refusal === 'expired') throw expired();
    if (refusal === 'offset') throw elsewhere(upload);
    if (refusal === 'beyond_end') throw tooMuch(upload.bytes - upload.received);
    if (checksum && (length ?? Infinity) > PART_BYTES) throw tooMuch(PART_BYTES);
    const sent = new CutIntoParts(source);
    while (upload.received < upload.bytes && (await sent.hasMore())) {
      const part = await this.keep(sent, Math.min(PART_BYTES, upload.bytes - upload.received), checksum);
      upload = await this.add(actor, upload, part, checksum);
    }
    if (await sent.hasMore()) throw tooMuch(upload.bytes - offset);
    return upload;
  }

  private async keep(sent: CutIntoParts, most: number, checksum: Checksum | null): Promise<KeptPart> {
    const storageKey = newId(this.clock.now().getTime());
    const hash = checksum && createHash(checksum.algorithm);
    const before = sent.bytes;
    const head: Buffer[] = [];
    const measured = async function* () {
      for await (const piece of sent.part(most)) {
        const seen = sent.bytes - before - piece.length;
        if (seen < HEAD_BYTES) head.push(piece.subarray(0, HEAD_BYTES - seen));
        hash?.update(piece);
        yield piece;
      }
    };
    await this.driver.write(storageKey, Readable.from(measured(), { objectMode: false }));
    return { storageKey, bytes: sent.bytes - before, head: Buffer.concat(head), digest: hash?.digest() ?? null };
  }

  private async add(actor: Actor, upload: Upload, part: KeptPart, checksum: Checksum | null): Promise<Upload> {
    const { storageKey, bytes, head, digest } = part;
    const received = upload.received + bytes;
    const expiresAt = expiryFrom(this.clock.now());
    try {
      if (checksum && !digest?.equals(checksum.digest)) throw new Problem(uploadChecksum, { detail: 'Send these bytes again.' });
      // Refused now rather than after gigabytes.
      const isHeadWhole = head.length === HEAD_BYTES || received === upload.bytes;
      if (upload.mediaTypes && upload.received === 0 && isHeadWhole) await allowedMediaType(head, upload.name, upload.mediaTypes);
      const added = await this.work.run(actor, (tx) =>
        this.uploads.append(tx, upload, { startAt: upload.received, bytes, storageKey }, expiresAt),
      );
      if (!added) throw elsewhere(await this.findUpload.run(actor, upload.id));
      return { ...upload, received, expiresAt };
    } catch (error) {
      // After a lost commit nobody here knows whether there is a row: what is no refusal is left to the storage sweep.
      if (error instanceof Problem) await this.driver.remove(storageKey);
      throw error;
    }
  }
}

function elsewhere({ received }: Upload): Problem {
  return new Problem(uploadOffset, { detail: `Go on from byte ${received}.`, facts: { offset: received } });
}

function tooMuch(most: number): Problem {
  return new Problem(bodyTooLarge, { detail: `Send at most ${most} bytes.`, facts: { maxBytes: most } });
}
