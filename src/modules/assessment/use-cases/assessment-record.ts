import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Assessment } from '../data/assessment.entity.js';
import type { Attempt } from '../data/attempt.entity.js';
import { GradingRepository } from '../data/grading.repository.js';
import { SubmissionsRepository } from '../data/submissions.repository.js';

/** What credentials ask of assessments, in their own transactions. */
@Injectable()
export class AssessmentRecord {
  constructor(
    private readonly grading: GradingRepository,
    private readonly submissions: SubmissionsRepository,
  ) {}

  /** The assessment, and the final one that stands for its attempt now (another one, if it was corrected since). */
  async standing(
    tx: Tx,
    assessmentId: string,
  ): Promise<{ given: Assessment; standing: Assessment | null; attempt: Attempt } | null> {
    const given = await this.grading.findAssessment(tx, assessmentId);
    const attempt = given && (await this.submissions.findAttempt(tx, given.attemptId));
    if (!given || !attempt) return null;
    const history = await this.grading.history(tx, given.attemptId);
    return { given, attempt, standing: history.findLast(({ final }) => final) ?? null };
  }
}
