import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Assessment } from '../data/assessment.entity.js';
import { GradingRepository } from '../data/grading.repository.js';
import { SubmissionsRepository } from '../data/submissions.repository.js';

export interface StandingAssessment {
  given: Pick<Assessment, 'decidedAt'>;
  attempt: { offeringId: string };
  /** The final one that stands for the attempt now; another one than `given`, if it was corrected since. */
  standing: Pick<Assessment, 'id' | 'verdict' | 'marker' | 'assessorId' | 'decidedAt'> | null;
  /** The standing one and those that it corrects without a change of verdict. */
  samePass: string[];
}

/** What credentials and platforms ask of assessments, in their own transactions. */
@Injectable()
export class AssessmentRecord {
  constructor(
    private readonly grading: GradingRepository,
    private readonly submissions: SubmissionsRepository,
  ) {}

  /** What was handed in last and not taken back; `null` where nothing was. */
  async latestAttempt(tx: Tx, enrollmentId: string): Promise<string | null> {
    return (await this.submissions.standing(tx, [enrollmentId])).at(-1)?.id ?? null;
  }

  /** By the id of the assessment that was given; what is not found is missing. */
  async standings(tx: Tx, assessmentIds: readonly string[]): Promise<Map<string, StandingAssessment>> {
    const given = await this.grading.finalHistories(tx, assessmentIds);
    return new Map(
      given.map(({ id, decidedAt, offeringId, finals }) => {
        const standing = finals.at(-1) ?? null;
        const turned = finals.findLastIndex(({ verdict }) => verdict !== standing?.verdict);
        const samePass = finals.slice(turned + 1).map((final) => final.id);
        return [id, { given: { decidedAt }, attempt: { offeringId }, standing, samePass }];
      }),
    );
  }
}
