import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../http/access.js';
import { Problem } from '../http/problem.js';
import { notFound } from '../http/problems.js';
import { uploadExpired } from './problems.js';
import type { Upload } from './upload.js';
import { isExpired } from './upload-rules.js';
import { UploadsRepository } from './uploads.repository.js';

/** One of the actor's own uploads. Throws 404, or 410 `upload.expired`. */
@Injectable()
export class FindUpload {
  constructor(
    private readonly work: UnitOfWork,
    private readonly uploads: UploadsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string): Promise<Upload> {
    const upload = await this.work.run(actor, (tx) => this.uploads.find(tx, actor.personId, id));
    if (!upload) throw new Problem(notFound);
    if (isExpired(upload, this.clock.now())) throw expired();
    return upload;
  }
}

export function expired(): Problem {
  return new Problem(uploadExpired, { detail: 'Nothing came for three days. Begin it again.' });
}
