import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notAllowed, notFound } from '../../../platform/http/problems.js';
import { newId } from '../../../platform/ids.js';
import { EnrollmentDirectory } from '../../enrollment/index.js';
import type { Assessment } from '../data/assessment.entity.js';
import { GradingRepository } from '../data/grading.repository.js';
import { SubmissionsRepository } from '../data/submissions.repository.js';
import { attemptsLeft } from '../domain/attempt-rules.js';
import { chosenRatings, lastRatings } from '../domain/criterion-rating.js';
import { scoreRubric } from '../domain/rubric-scoring.js';
import { correctionRefusals, gradedResult, verdictRefusals } from '../domain/verdict-rules.js';
import { mayCorrect } from '../policy.js';
import { correctionRefused, ownWork, verdictRefused } from '../problems.js';
import { explainCorrectionRefusal, explainVerdictRefusal } from './explain-refusals.js';
import type { GivenVerdict } from './give-verdict.js';
import { type AttemptRecord, LoadWorkspace, projectAttempt } from './load-workspace.js';
import { SettleVerdict } from './settle-verdict.js';

/** Puts a verdict right, with a reason. The one before stays in the history, and a badge it earned stays until it is revoked on purpose. */
@Injectable()
export class CorrectVerdict {
  constructor(
    private readonly work: UnitOfWork,
    private readonly loadWorkspace: LoadWorkspace,
    private readonly enrollments: EnrollmentDirectory,
    private readonly submissions: SubmissionsRepository,
    private readonly grading: GradingRepository,
    private readonly settle: SettleVerdict,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    attemptId: string,
    expectedVersion: number,
    given: GivenVerdict & { reason: string },
  ): Promise<AttemptRecord> {
    return this.work.runOnce(actor, async (tx) => {
      await this.submissions.lockAttempt(tx, attemptId);
      const attempt = await this.submissions.findAttempt(tx, attemptId);
      if (!attempt) throw new Problem(notFound);
      const { edition, staffRoles } = await this.loadWorkspace.visibleTo(tx, actor, attempt.enrollmentId);
      if (attempt.personId === actor.personId) throw new Problem(ownWork);
      if (!mayCorrect(actor, attempt, staffRoles.includes('assessor'))) throw new Problem(notAllowed);
      const records = await this.loadWorkspace.records(tx, attempt.enrollmentId);
      const record = records.find((one) => one.attempt.id === attemptId);
      const standing = record?.verdict;
      if (!record || !standing)
        throw new Problem(correctionRefused, {
          detail: 'There is no verdict to correct yet.',
          facts: { reason: 'no_verdict' },
        });
      this.refuse(actor, standing, expectedVersion, given);
      const scoring = scoreRubric(edition.content.rubric, chosenRatings(given.ratings));
      const until = records.filter((one) => one.attempt.number <= attempt.number).map(projectAttempt);
      const refusals = verdictRefusals({
        scoring,
        penaltyPercent: attempt.lateness.penaltyPercent,
        feedback: given.feedback,
        attemptsLeft: attemptsLeft(edition.content.project.attemptLimit, until),
      })[given.verdict];
      if (refusals.length > 0) {
        throw new Problem(verdictRefused, {
          detail: refusals.map(explainVerdictRefusal).join(' '),
          facts: { reasons: refusals },
        });
      }
      const { points, maxPoints } = gradedResult(scoring, attempt.lateness.penaltyPercent);
      const correction: Assessment = {
        ...standing,
        id: newId(),
        version: record.history.length + 1,
        marker: 'correction',
        final: true,
        verdict: given.verdict,
        points,
        maxPoints,
        ratings: lastRatings(given.ratings),
        feedback: given.feedback,
        assessorId: actor.personId,
        decidedAt: this.clock.now(),
        correctionReason: given.reason,
      };
      await this.grading.add(tx, correction);
      await this.settle.in(tx, correction);
      const otherPass = records.some((one) => one !== record && one.verdict?.verdict === 'passed');
      if (standing.verdict === 'passed' && given.verdict !== 'passed' && !otherPass) {
        await this.enrollments.reopen(tx, attempt.enrollmentId);
      }
      return { ...record, history: [...record.history, correction], verdict: correction };
    });
  }

  private refuse(actor: Actor, standing: Assessment, expectedVersion: number, given: GivenVerdict & { reason: string }): void {
    if (standing.version !== expectedVersion) {
      throw new Problem(correctionRefused, {
        detail: 'The verdict was corrected meanwhile. Look at it again.',
        facts: { reason: 'corrected_meanwhile', currentVersion: standing.version },
      });
    }
    const refusals = correctionRefusals({
      reason: given.reason,
      changesSomething:
        given.verdict !== standing.verdict ||
        given.feedback !== standing.feedback ||
        !isDeepStrictEqual(lastRatings(given.ratings), standing.ratings),
      markerId: standing.assessorId,
      correctorId: actor.personId,
      answersAppeal: false,
    });
    if (refusals.length > 0)
      throw new Problem(correctionRefused, {
        detail: refusals.map(explainCorrectionRefusal).join(' '),
        facts: { reasons: refusals },
      });
  }
}
