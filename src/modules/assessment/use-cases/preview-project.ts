import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { NIL_ID } from '../../../platform/ids.js';
import type { Rubric } from '../../catalog/index.js';
import { type Preview, PreviewLearner, type PreviewStanding, projectUnlockOf } from '../../learning/index.js';
import { attemptsLeft } from '../domain/attempt-rules.js';
import { type SampleVerdict, sampleVerdict } from '../domain/sample-verdict.js';
import { canonicalWork } from '../domain/work.js';
import { type AttemptRecord, projectAttempt } from './load-workspace.js';
import type { ShownProject } from './read-project.js';

const DAY = 24 * 60 * 60 * 1000;
const NO_WORK = { text: '', links: [], files: [] };

/** The project of a draft as a learner would see it who stands somewhere: before it, with it returned, or passed. Nothing is written. */
@Injectable()
export class PreviewProject {
  constructor(
    private readonly work: UnitOfWork,
    private readonly preview: PreviewLearner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, microCredentialId: string, standing: PreviewStanding): Promise<ShownProject> {
    return this.work.run(actor, async (tx) => {
      const preview = await this.preview.in(tx, actor, microCredentialId, standing);
      const { learner, draft } = preview;
      const { project, rubric } = draft.content;
      const now = this.clock.now();
      const decided = standing === 'returned' || standing === 'passed' ? standing : null;
      const attempts = decided ? [sampleAttempt(preview, rubric, decided, now)] : [];
      return {
        place: { personId: learner.standing.personId, projectDueAt: null },
        edition: draft,
        unlock: projectUnlockOf(learner, now),
        draft: null,
        attempts,
        attemptsLeft: attemptsLeft(project.attemptLimit, attempts.map(projectAttempt)),
      };
    });
  }
}

/** Handed in the day before yesterday and judged yesterday. */
function sampleAttempt({ learner }: Preview, rubric: Rubric, decided: SampleVerdict['verdict'], now: Date): AttemptRecord {
  const submittedAt = new Date(now.getTime() - 2 * DAY);
  const decidedAt = new Date(now.getTime() - DAY);
  const ids = { id: NIL_ID, institutionId: learner.standing.institutionId, enrollmentId: NIL_ID };
  const verdict = {
    ...ids,
    ...sampleVerdict(rubric, decided),
    attemptId: NIL_ID,
    version: 1,
    marker: 'first' as const,
    final: true,
    feedback: '',
    assessorId: NIL_ID,
    decidedAt,
    correctionReason: null,
  };
  const attempt = {
    ...ids,
    submissionId: NIL_ID,
    offeringId: NIL_ID,
    personId: learner.standing.personId,
    number: 1,
    work: NO_WORK,
    workSha256: createHash('sha256').update(canonicalWork(NO_WORK)).digest('hex'),
    submittedAt,
    dueAt: null,
    lateness: { status: 'on-time' as const, secondsLate: 0, penaltyPercent: 0 },
  };
  return { attempt, withdrawnAt: null, history: [verdict], verdict, gradingStartedAt: decidedAt };
}
