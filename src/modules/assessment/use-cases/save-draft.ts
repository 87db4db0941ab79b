import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { newId } from '../../../platform/ids.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import type { StoredFile } from '../../../platform/storage/stored-file.entity.js';
import type { SubmissionDraft } from '../data/submission.entity.js';
import { type ShownDraft, SubmissionsRepository } from '../data/submissions.repository.js';
import { draftChanged } from '../problems.js';
import { LoadWorkspace } from './load-workspace.js';

/** Keeps what the learner has so far. A draft may be anything; whether it is fit is asked when it is handed in. */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly work: UnitOfWork,
    private readonly loadWorkspace: LoadWorkspace,
    private readonly submissions: SubmissionsRepository,
    private readonly files: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `expectedRevision` is 0 before the first save. A draft saved meanwhile in another window is a 412 with that draft. */
  async run(actor: Actor, enrollmentId: string, expectedRevision: number, draft: SubmissionDraft): Promise<ShownDraft> {
    return this.work.run(actor, async (tx) => {
      await this.loadWorkspace.own(tx, actor, enrollmentId);
      const files = await this.ownFiles(tx, actor, draft.fileIds);
      const now = this.clock.now();
      const fresh = {
        id: newId(),
        institutionId: actor.institutionId,
        enrollmentId,
        draft: { text: '', links: [], fileIds: [] },
        revision: 0,
        createdAt: now,
        updatedAt: now,
      };
      await this.submissions.ensure(tx, fresh);
      const submission = await this.submissions.findLocked(tx, enrollmentId);
      if (!submission) throw new Problem(notFound);
      if (submission.revision !== expectedRevision) {
        throw new Problem(draftChanged, {
          detail: 'The draft was saved in another window. Both versions are here: choose, and save again.',
          facts: { currentVersion: submission.revision, current: submission.draft },
        });
      }
      const saved = { ...submission, draft, revision: submission.revision + 1, updatedAt: now };
      await this.submissions.save(tx, saved);
      return { ...saved, files };
    });
  }

  private async ownFiles(tx: Tx, actor: Actor, fileIds: string[]): Promise<StoredFile[]> {
    const files: StoredFile[] = [];
    for (const [index, id] of fileIds.entries()) {
      const file = await this.files.find(tx, id, 'submission');
      if (!file || file.createdBy !== actor.personId) {
        throw new Problem(notFound, {
          errors: [{ field: `fileIds[${index}]`, code: 'unknown', detail: 'Upload this file first.' }],
        });
      }
      files.push(file);
    }
    return files;
  }
}
