import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { invalidFields } from '../../../platform/http/problems.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import type { StoredFile } from '../../../platform/storage/stored-file.entity.js';
import { LoadWorkspace } from './load-workspace.js';
import { SUBMISSION, submissionFileTerms } from './submission-file-terms.js';

/** Takes one file for the project: hashed and counted while it streams, visible only when it is whole. */
@Injectable()
export class ReceiveSubmissionFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly loadWorkspace: LoadWorkspace,
    private readonly files: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    enrollmentId: string,
    upload: { originalname: string; stream: Readable } | undefined,
  ): Promise<StoredFile> {
    if (!upload) throw new Problem(invalidFields, { errors: [{ field: 'file', code: 'required', detail: 'Choose a file.' }] });
    const workspace = await this.work.run(actor, (tx) => this.loadWorkspace.own(tx, actor, enrollmentId));
    const received = await this.files.receive({
      ...submissionFileTerms(workspace),
      purpose: SUBMISSION,
      originalName: upload.originalname,
      stream: upload.stream,
      institutionId: actor.institutionId,
      createdBy: actor.personId,
      now: this.clock.now(),
    });
    try {
      const stored = await this.work.runOnce(actor, (tx) => this.files.record(tx, received));
      // A repeated request is answered with the first upload's file.
      if (stored.id !== received.id) await this.files.discard(received);
      return stored;
    } catch (error) {
      await this.files.discard(received);
      throw error;
    }
  }
}
