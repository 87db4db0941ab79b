import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import type { StoredFile } from '../../../platform/storage/stored-file.entity.js';
import { TakeUpload } from '../../../platform/uploads/take-upload.js';
import { LoadWorkspace } from './load-workspace.js';
import { SUBMISSION, submissionFileTerms } from './submission-file-terms.js';

/** Makes a file for the project of an upload that is whole, as if it had been sent at once. */
@Injectable()
export class TakeSubmissionUpload {
  constructor(
    private readonly work: UnitOfWork,
    private readonly loadWorkspace: LoadWorkspace,
    private readonly takeUpload: TakeUpload,
    private readonly files: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, enrollmentId: string, uploadId: string): Promise<StoredFile> {
    const workspace = await this.work.run(actor, (tx) => this.loadWorkspace.own(tx, actor, enrollmentId));
    const terms = submissionFileTerms(workspace);
    return this.takeUpload.run(actor, {
      uploadId,
      purposes: [SUBMISSION],
      subjectId: enrollmentId,
      receive: ({ name, stream }) =>
        this.files.receive({
          ...terms,
          purpose: SUBMISSION,
          originalName: name,
          stream,
          institutionId: actor.institutionId,
          createdBy: actor.personId,
          now: this.clock.now(),
        }),
      write: (tx, received) => this.files.record(tx, received),
      again: (tx, fileId) => this.files.find(tx, fileId, SUBMISSION),
    });
  }
}
