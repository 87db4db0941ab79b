import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Assessment } from '../data/assessment.entity.js';
import type { Attempt } from '../data/attempt.entity.js';
import { GradingRepository } from '../data/grading.repository.js';
import { SubmissionsRepository } from '../data/submissions.repository.js';

export interface StandingAssessment {
  given: Assessment;
  attempt: Attempt;
  /** The final one that stands for the attempt now; another one than `given`, if it was corrected since. */
  standing: Assessment | null;
  /** The standing one and those that it corrects without a change of verdict. */
  samePass: string[];
}

/** What credentials ask of assessments, in their own transactions. */
@Injectable()
export class AssessmentRecord {
  constructor(
    private readonly grading: GradingRepository,
    private readonly submissions: SubmissionsRepository,
  ) {}

  async standing(tx: Tx, assessmentId: string): Promise<StandingAssessment | null> {
    const given = await this.grading.findAssessment(tx, assessmentId);
    const attempt = given && (await this.submissions.findAttempt(tx, given.attemptId));
    if (!given || !attempt) return null;
    const finals = (await this.grading.history(tx, given.attemptId)).filter(({ final }) => final);
    const standing = finals.at(-1) ?? null;
    const turned = finals.findLastIndex(({ verdict }) => verdict !== standing?.verdict);
    return { given, attempt, standing, samePass: finals.slice(turned + 1).map(({ id }) => id) };
  }
}
