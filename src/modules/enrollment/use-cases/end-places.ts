import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { EnrollmentsRepository } from '../data/enrollments.repository.js';
import { OfferingsRepository } from '../data/offerings.repository.js';
import { moveEnrollment } from '../domain/enrollment-state.js';
import { FillSeats } from './fill-seats.js';

/** Ends every place that somebody still holds, because they are leaving for good; the next on each waitlist gets it. */
@Injectable()
export class EndPlaces {
  constructor(
    private readonly enrollments: EnrollmentsRepository,
    private readonly offerings: OfferingsRepository,
    private readonly fillSeats: FillSeats,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async in(tx: Tx, personId: string): Promise<void> {
    const now = this.clock.now();
    for (const { id, offeringId } of await this.enrollments.heldBy(tx, personId)) {
      // The offering first, as everywhere, so that two of these never wait for each other.
      const offering = await this.offerings.findLocked(tx, offeringId);
      const enrollment = await this.enrollments.findLocked(tx, id);
      if (!offering || !enrollment || !moveEnrollment(enrollment.state, 'withdrawn').allowed) continue;
      await this.enrollments.save(tx, { ...enrollment, state: 'withdrawn', endedAt: now, version: enrollment.version + 1 });
      await recordEvent(tx, {
        institutionId: enrollment.institutionId,
        type: 'enrollment.withdrawn',
        actorId: null,
        subject: { type: 'enrollment', id },
        particulars: { offeringId, personId, from: enrollment.state },
        occurredAt: now,
      });
      await this.fillSeats.in(tx, offering);
    }
  }
}
