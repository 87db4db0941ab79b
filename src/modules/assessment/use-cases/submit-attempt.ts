import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { newId } from '../../../platform/ids.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import { EnrollmentDirectory, lateness } from '../../enrollment/index.js';
import { LearningRecord } from '../../learning/index.js';
import type { Attempt } from '../data/attempt.entity.js';
import type { Submission } from '../data/submission.entity.js';
import { SubmissionsRepository } from '../data/submissions.repository.js';
import { submitRefusals } from '../domain/attempt-rules.js';
import { submissionProblems } from '../domain/submission-check.js';
import { canonicalWork, type Work } from '../domain/work.js';
import { draftChanged, submissionRefused, submissionUnfit } from '../problems.js';
import { explainSubmitRefusal } from './explain-refusals.js';
import { type AttemptRecord, LoadWorkspace, projectAttempt } from './load-workspace.js';
import { TellAssessors } from './tell-assessors.js';

/** Hands the draft in: a numbered attempt that nobody changes any more, with a hash as receipt. */
@Injectable()
export class SubmitAttempt {
  constructor(
    private readonly work: UnitOfWork,
    private readonly loadWorkspace: LoadWorkspace,
    private readonly enrollments: EnrollmentDirectory,
    private readonly submissions: SubmissionsRepository,
    private readonly learning: LearningRecord,
    private readonly files: FileStore,
    private readonly tellAssessors: TellAssessors,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `revision` is that of the draft the learner saw, so that nothing else than that is handed in. */
  async run(actor: Actor, enrollmentId: string, revision: number): Promise<AttemptRecord> {
    return this.work.runOnce(actor, async (tx) => {
      // One at a time per learner: two clicks make one attempt and one clear answer.
      await this.enrollments.findLocked(tx, enrollmentId);
      const { enrollment, offering, edition } = await this.loadWorkspace.own(tx, actor, enrollmentId);
      const submission = await this.submissions.findLocked(tx, enrollmentId);
      const earlier = await this.loadWorkspace.records(tx, enrollmentId);
      const now = this.clock.now();
      const late = lateness(enrollment.projectDueAt, offering.latePolicy, now);
      const refusals = submitRefusals({
        enrollment: enrollment.state,
        projectOpen: (await this.learning.projectUnlock(tx, enrollment)).state !== 'locked',
        attemptLimit: edition.content.project.attemptLimit,
        earlier: earlier.map(projectAttempt),
        lateness: late,
      });
      if (refusals.length > 0) {
        throw new Problem(submissionRefused, {
          detail: refusals.map(explainSubmitRefusal).join(' '),
          facts: { reasons: refusals },
        });
      }
      if (!submission)
        throw new Problem(submissionUnfit, {
          detail: 'Put your work together first: there is no draft.',
          facts: { reason: 'no_draft' },
        });
      if (submission.revision !== revision) {
        throw new Problem(draftChanged, {
          detail: 'The draft was saved since you looked at it.',
          facts: { currentVersion: submission.revision },
        });
      }
      const work = await this.freeze(tx, submission);
      const problems = submissionProblems(work, edition.content.project.accepts);
      if (problems.length > 0) throw new Problem(submissionUnfit, { errors: problems });
      const attempt: Attempt = {
        id: newId(),
        institutionId: actor.institutionId,
        submissionId: submission.id,
        enrollmentId,
        offeringId: offering.id,
        personId: enrollment.personId,
        number: earlier.length + 1,
        work,
        workSha256: createHash('sha256').update(canonicalWork(work)).digest('hex'),
        submittedAt: now,
        dueAt: enrollment.projectDueAt,
        lateness: late,
      };
      await this.submissions.addAttempt(tx, attempt);
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: 'attempt.submitted',
        actorId: actor.personId,
        subject: { type: 'attempt', id: attempt.id },
        particulars: { enrollmentId, number: attempt.number, sha256: attempt.workSha256 },
        occurredAt: now,
      });
      await this.tellAssessors.in(tx, attempt);
      return { attempt, withdrawnAt: null, history: [], verdict: null, gradingStartedAt: null };
    });
  }

  private async freeze(tx: Tx, { draft }: Submission): Promise<Work> {
    const files: Work['files'] = [];
    for (const id of draft.fileIds) {
      const file = await this.files.find(tx, id, 'submission');
      if (!file) throw new Error(`The draft names the file ${id}, which is not there`);
      files.push({ id, name: file.originalName, mediaType: file.mediaType, bytes: file.bytes, sha256: file.sha256 });
    }
    return { text: draft.text, links: draft.links, files };
  }
}
