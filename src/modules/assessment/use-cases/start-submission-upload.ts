import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { type Declared, StartUpload } from '../../../platform/uploads/start-upload.js';
import type { Upload } from '../../../platform/uploads/upload.js';
import { LoadWorkspace } from './load-workspace.js';
import { SUBMISSION, submissionFileTerms } from './submission-file-terms.js';

/** Opens an upload for the learner's own project, if the project would take such a file. */
@Injectable()
export class StartSubmissionUpload {
  constructor(
    private readonly work: UnitOfWork,
    private readonly loadWorkspace: LoadWorkspace,
    private readonly startUpload: StartUpload,
  ) {}

  async run(actor: Actor, enrollmentId: string, declared: Declared): Promise<Upload> {
    const workspace = await this.work.run(actor, (tx) => this.loadWorkspace.own(tx, actor, enrollmentId));
    const terms = submissionFileTerms(workspace);
    return this.startUpload.run(actor, declared, { ...terms, purpose: SUBMISSION, subjectId: enrollmentId });
  }
}
