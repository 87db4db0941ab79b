import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Enrollment } from '../data/enrollment.entity.js';
import { EnrollmentsRepository } from '../data/enrollments.repository.js';
import type { Offering } from '../data/offering.entity.js';
import { moveEnrollment } from '../domain/enrollment-state.js';
import { FillSeats } from './fill-seats.js';

/** Gives a place back; the next on the waitlist gets it. Offering and enrolment must be locked by the caller, in this order. */
@Injectable()
export class GiveBackPlace {
  constructor(
    private readonly enrollments: EnrollmentsRepository,
    private readonly fillSeats: FillSeats,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `null`: a place in its state cannot be given back. */
  async in(tx: Tx, offering: Offering, enrollment: Enrollment, actorId: string): Promise<Enrollment | null> {
    if (!moveEnrollment(enrollment.state, 'withdrawn').allowed) return null;
    const now = this.clock.now();
    const withdrawn: Enrollment = { ...enrollment, state: 'withdrawn', endedAt: now, version: enrollment.version + 1 };
    await this.enrollments.save(tx, withdrawn);
    await recordEvent(tx, {
      institutionId: offering.institutionId,
      type: 'enrollment.withdrawn',
      actorId,
      subject: { type: 'enrollment', id: enrollment.id },
      particulars: { offeringId: offering.id, personId: enrollment.personId, from: enrollment.state },
      occurredAt: now,
    });
    await this.fillSeats.in(tx, offering);
    return withdrawn;
  }
}
