import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import type { StoredFile } from '../../../platform/storage/stored-file.entity.js';
import { LearningRecord, type ProjectUnlock } from '../../learning/index.js';
import type { Submission } from '../data/submission.entity.js';
import { SubmissionsRepository } from '../data/submissions.repository.js';
import { attemptsLeft } from '../domain/attempt-rules.js';
import { type AttemptRecord, LoadWorkspace, projectAttempt, type Workspace } from './load-workspace.js';

/** What a learner's project shows of itself. */
export interface ShownProject {
  enrollment: Pick<Workspace['enrollment'], 'personId' | 'projectDueAt'>;
  edition: Pick<Workspace['edition'], 'content'>;
  unlock: ProjectUnlock;
  /** Only the learner sees what is not handed in yet. */
  draft: Submission | null;
  draftFiles: StoredFile[];
  attempts: AttemptRecord[];
  attemptsLeft: number | null;
}

@Injectable()
export class ReadProject {
  constructor(
    private readonly work: UnitOfWork,
    private readonly loadWorkspace: LoadWorkspace,
    private readonly submissions: SubmissionsRepository,
    private readonly learning: LearningRecord,
    private readonly files: FileStore,
  ) {}

  async run(actor: Actor, enrollmentId: string): Promise<ShownProject> {
    return this.work.read(actor, async (tx) => {
      const workspace = await this.loadWorkspace.visibleTo(tx, actor, enrollmentId);
      const { enrollment, edition } = workspace;
      const own = enrollment.personId === actor.personId;
      const draft = own ? await this.submissions.find(tx, enrollmentId) : null;
      const draftFiles = await this.files.findMany(tx, draft?.draft.fileIds ?? [], 'submission');
      const attempts = await this.loadWorkspace.records(tx, enrollmentId);
      return {
        ...workspace,
        unlock: await this.learning.projectUnlock(tx, enrollment),
        draft,
        draftFiles,
        attempts,
        attemptsLeft: attemptsLeft(edition.content.project.attemptLimit, attempts.map(projectAttempt)),
      };
    });
  }
}
