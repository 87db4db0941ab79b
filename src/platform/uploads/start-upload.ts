import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../http/access.js';
import { Problem } from '../http/problem.js';
import { newId } from '../ids.js';
import { cleanFileName } from '../storage/clean-file-name.js';
import { fileEmpty, fileTooLarge } from '../storage/problems.js';
import { uploadsTooMany } from './problems.js';
import type { Upload } from './upload.js';
import { expiryFrom, hasRoom, MOST_OPEN, MOST_OPEN_BYTES } from './upload-rules.js';
import { UploadsRepository } from './uploads.repository.js';

/** What the sender declares, before the first byte. */
export interface Declared {
  name: string;
  /** Of the whole file. */
  bytes: number;
}

/** What it is for, and what is taken there. */
export interface UploadTerms {
  purpose: string;
  subjectId: string | null;
  maxBytes: number;
  /** All if there are none; `null`: looked at when it is whole. */
  mediaTypes: string[] | null;
}

/** Opens an upload (tus 1.0.0, Creation), or refuses it before it costs anything: `file.empty`, `file.too_large`, `upload.too_many`. */
@Injectable()
export class StartUpload {
  constructor(
    private readonly work: UnitOfWork,
    private readonly uploads: UploadsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, declared: Declared, { maxBytes, ...terms }: UploadTerms): Promise<Upload> {
    const name = cleanFileName(declared.name);
    if (declared.bytes === 0) throw new Problem(fileEmpty, { detail: `${name} has no content. Choose another file.` });
    if (declared.bytes > maxBytes) {
      throw new Problem(fileTooLarge, { detail: `It may have at most ${maxBytes} bytes.`, facts: { maxBytes } });
    }
    const now = this.clock.now();
    const upload: Upload = {
      ...terms,
      id: newId(now.getTime()),
      institutionId: actor.institutionId,
      personId: actor.personId,
      name,
      bytes: declared.bytes,
      received: 0,
      createdAt: now,
      expiresAt: expiryFrom(now),
      fileId: null,
    };
    return this.work.run(actor, async (tx) => {
      const open = await this.uploads.open(tx, actor.personId, now);
      if (!hasRoom(open, declared.bytes)) throw tooMany(open);
      await this.uploads.add(tx, upload);
      return upload;
    });
  }
}

function tooMany(open: { count: number; bytes: number }): Problem {
  return new Problem(uploadsTooMany, {
    detail: 'Finish or cancel some of your uploads first; what is given up makes room after three days.',
    facts: { open, most: { count: MOST_OPEN, bytes: MOST_OPEN_BYTES } },
  });
}
