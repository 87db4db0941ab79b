import { Injectable } from '@nestjs/common';
import { Environment } from '../../../platform/config/environment.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { notify } from '../../../platform/notices/notify.js';
import { EnrollmentDirectory } from '../../enrollment/index.js';
import type { Attempt } from '../data/attempt.entity.js';

/** Tells who assesses an offering that work waits there: once, however much comes, until they have read it. */
@Injectable()
export class TellAssessors {
  constructor(
    private readonly enrollments: EnrollmentDirectory,
    private readonly environment: Environment,
  ) {}

  async in(tx: Tx, { institutionId, offeringId, personId: learnerId, submittedAt }: Attempt): Promise<void> {
    const assessors = await this.enrollments.assessors(tx, offeringId);
    const letter = {
      kind: 'grading_waiting' as const,
      values: { link: `${this.environment.publicUrl}/app/grading` },
    };
    const notices = assessors
      .filter((personId) => personId !== learnerId)
      .map((personId) => ({
        institutionId,
        personId,
        kind: 'grading_waiting' as const,
        dedupeKey: `grading:${offeringId}`,
        renews: true,
        offeringId,
        letter,
      }));
    await notify(tx, notices, submittedAt);
  }
}
