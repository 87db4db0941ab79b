import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { FileStore, type ReceivedFile } from '../../../platform/storage/file-store.js';
import { reencodePicture } from '../../../platform/storage/images.js';
import type { StoredFile } from '../../../platform/storage/stored-file.entity.js';
import type { FilePurpose } from '../domain/file-purpose.js';
import { canAuthor, refuseUnlessAllowed } from '../policy.js';
import type { Author } from './create-course.js';

/** Largest upload in bytes, by what it is for. */
export const MOST_BYTES: Record<FilePurpose, number> = {
  'course-asset': 200 * 1024 * 1024,
  'badge-image': 10 * 1024 * 1024,
};

const BADGE_LIMITS = { maxPixels: 50_000_000, maxSide: 1_024 };

export interface Upload {
  name: string;
  stream: Readable;
}

/** Takes in a file for courses, or a picture for a badge, which is drawn anew as PNG. */
@Injectable()
export class UploadCourseFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, purpose: FilePurpose, upload: Upload): Promise<StoredFile> {
    refuseUnlessAllowed(canAuthor(actor));
    const received = await this.receive(actor, purpose, upload);
    // Bytes whose row could not be written are left to the storage sweep: after a lost commit nobody here knows whether there is a row.
    return this.work.run(actor, (tx) => this.record(tx, actor, received));
  }

  /** Writes the row of a file that was received, in the caller's transaction. */
  async record(tx: Tx, actor: Actor, received: ReceivedFile): Promise<StoredFile> {
    const file = await this.files.record(tx, received);
    await recordEvent(tx, {
      institutionId: actor.institutionId,
      type: 'file.uploaded',
      actorId: actor.personId,
      subject: { type: 'file', id: file.id },
      particulars: { purpose: file.purpose, mediaType: file.mediaType, bytes: file.bytes },
      occurredAt: file.createdAt,
    });
    return file;
  }

  /** Keeps the bytes alone, for who writes the row in a transaction of their own. */
  async receive(author: Author, purpose: FilePurpose, upload: Upload): Promise<ReceivedFile> {
    const { name, stream } = purpose === 'badge-image' ? await badgePicture(upload) : upload;
    return this.files.receive({
      institutionId: author.institutionId,
      purpose,
      originalName: name,
      stream,
      maxBytes: MOST_BYTES[purpose],
      createdBy: author.personId,
      now: this.clock.now(),
    });
  }
}

/** The picture as it is kept; refuses what is no picture. */
export async function badgePicture({ name, stream }: Upload): Promise<Upload> {
  const png = await reencodePicture(stream, BADGE_LIMITS);
  return { name: `${name.replace(/\.[^./\\]*$/, '')}.png`, stream: Readable.from([png]) };
}
