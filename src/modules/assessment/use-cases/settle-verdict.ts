import { Injectable } from '@nestjs/common';
import { Environment } from '../../../platform/config/environment.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { notify } from '../../../platform/notices/notify.js';
import { enqueue } from '../../../platform/queue/enqueue.js';
import { EnrollmentDirectory } from '../../enrollment/index.js';
import type { Assessment } from '../data/assessment.entity.js';
import { issueCredential } from '../jobs/issue-credential.js';

/** What a verdict sets going, in its own transaction: the event, and for a pass the completion and the badge. Nothing is signed here. */
@Injectable()
export class SettleVerdict {
  constructor(
    private readonly enrollments: EnrollmentDirectory,
    private readonly environment: Environment,
  ) {}

  async in(tx: Tx, assessment: Assessment): Promise<void> {
    const { id, institutionId, enrollmentId, attemptId, verdict, assessorId, decidedAt, marker, correctionReason } = assessment;
    await recordEvent(tx, {
      institutionId,
      type: `assessment.${verdict}`,
      actorId: assessorId,
      subject: { type: 'enrollment', id: enrollmentId },
      particulars: { assessmentId: id, attemptId, marker, corrects: correctionReason !== null },
      occurredAt: decidedAt,
    });
    if (verdict === 'passed') {
      await this.enrollments.complete(tx, enrollmentId);
      await enqueue(tx, issueCredential, { enrollmentId, assessmentId: id }, { institutionId, dedupeKey: id, now: decidedAt });
    }
    await this.tellLearner(tx, assessment);
  }

  private async tellLearner(tx: Tx, { id, institutionId, enrollmentId, verdict, decidedAt }: Assessment): Promise<void> {
    const enrollment = await this.enrollments.find(tx, enrollmentId);
    if (!enrollment) throw new Error(`Assessment ${id} lost its enrolment`);
    const letter = {
      kind: 'feedback' as const,
      values: { link: `${this.environment.publicUrl}/app/learning/${enrollmentId}/project` },
    };
    const { personId } = enrollment;
    const notice = { institutionId, personId, kind: 'feedback' as const, dedupeKey: `feedback:${id}`, enrollmentId, letter };
    await notify(tx, [{ ...notice, particulars: { verdict } }], decidedAt);
  }
}
