import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { newId } from '../../../platform/ids.js';
import type { Enrollment } from '../data/enrollment.entity.js';
import { EnrollmentsRepository } from '../data/enrollments.repository.js';
import type { Offering } from '../data/offering.entity.js';
import { PlaceLearner } from './place-learner.js';

export interface MoreTime {
  dueAt: Date;
  reason: string;
  grantedBy: string;
}

export type GivenTime = { enrollment: Enrollment } | { refused: 'no_deadline' } | { refused: 'not_later'; unextended: Date };

/**
 * Moves one learner's deadline. The person's arrangements and the enrolment, which is active, must be locked by the caller, in this order.
 * An earlier extension may be corrected by a shorter one, but none takes time away.
 */
@Injectable()
export class GiveMoreTime {
  constructor(
    private readonly enrollments: EnrollmentsRepository,
    private readonly placeLearner: PlaceLearner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async in(tx: Tx, offering: Offering, enrollment: Enrollment, { dueAt, reason, grantedBy }: MoreTime): Promise<GivenTime> {
    const unextended = await this.placeLearner.dueAt(tx, enrollment, offering, []);
    if (unextended === null) return { refused: 'no_deadline' };
    if (dueAt <= unextended) return { refused: 'not_later', unextended };
    const now = this.clock.now();
    const { institutionId, id: enrollmentId } = enrollment;
    await this.enrollments.addExtension(tx, {
      id: newId(),
      institutionId,
      enrollmentId,
      dueAt,
      reason,
      grantedBy,
      grantedAt: now,
    });
    const extended = await this.placeLearner.withDeadline(tx, { ...enrollment, version: enrollment.version + 1 }, offering);
    await this.enrollments.save(tx, extended);
    await recordEvent(tx, {
      institutionId,
      type: 'enrollment.deadline_extended',
      actorId: grantedBy,
      subject: { type: 'enrollment', id: enrollmentId },
      particulars: { from: enrollment.projectDueAt, to: extended.projectDueAt },
      occurredAt: now,
    });
    return { enrollment: extended };
  }
}
