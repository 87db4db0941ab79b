import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { enqueue } from '../../../platform/queue/enqueue.js';
import { EnrollmentDirectory } from '../../enrollment/index.js';
import type { Assessment } from '../data/assessment.entity.js';
import { GradingRepository } from '../data/grading.repository.js';
import { SubmissionsRepository } from '../data/submissions.repository.js';
import type { RuleJudgement } from '../domain/judge-by-rule.js';
import { issueCredential } from '../jobs/issue-credential.js';
import type { GradedWork } from './graded-works.js';
import { SettleVerdict } from './settle-verdict.js';

/** Who confirmed that a rule is to be applied, when, and why. */
export interface Confirmation {
  confirmedBy: string;
  confirmedAt: Date;
  reason: string;
  editionId: string;
}

/**
 * Lets work pass by the rule of a later edition. The verdict before it stays in the history; what the assessor found stays as it was
 * found; the new verdict names who confirmed it and why. A pass that the rule does not change is left as it is, and its badge asked for.
 * The attempt must be locked (`lock`) before its learner's enrolment is.
 */
@Injectable()
export class PassByRule {
  constructor(
    private readonly submissions: SubmissionsRepository,
    private readonly grading: GradingRepository,
    private readonly enrollments: EnrollmentDirectory,
    private readonly settle: SettleVerdict,
  ) {}

  async lock(tx: Tx, attemptId: string): Promise<void> {
    await this.submissions.lockAttempt(tx, attemptId);
  }

  /** The id of the assessment that stands for the pass. */
  async in(tx: Tx, { standing }: GradedWork, judgement: RuleJudgement, confirmation: Confirmation): Promise<string> {
    if (holdsAlready(standing, judgement)) return this.askForBadge(tx, standing, confirmation);
    const { points, maxPoints, ratings } = judgement;
    const versions = await this.grading.history(tx, standing.attemptId);
    const passed: Assessment = {
      ...standing,
      id: newId(),
      version: versions.length + 1,
      marker: 'requalification',
      verdict: 'passed',
      points,
      maxPoints,
      ratings,
      assessorId: confirmation.confirmedBy,
      decidedAt: confirmation.confirmedAt,
      correctionReason: confirmation.reason,
    };
    await this.grading.add(tx, passed);
    await this.settle.in(tx, passed);
    return passed.id;
  }

  private async askForBadge(
    tx: Tx,
    { id, enrollmentId, institutionId }: Assessment,
    confirmation: Confirmation,
  ): Promise<string> {
    const { editionId, confirmedAt: now } = confirmation;
    await this.enrollments.complete(tx, enrollmentId);
    const dedupeKey = `${id}:edition:${editionId}`;
    await enqueue(tx, issueCredential, { enrollmentId, assessmentId: id }, { institutionId, dedupeKey, now });
    return id;
  }
}

function holdsAlready({ verdict, points, maxPoints, ratings }: Assessment, judgement: RuleJudgement): boolean {
  return (
    verdict === 'passed' &&
    points === judgement.points &&
    maxPoints === judgement.maxPoints &&
    ratings.length === judgement.ratings.length
  );
}
