import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { EnrollmentsRepository } from '../data/enrollments.repository.js';
import type { Offering } from '../data/offering.entity.js';
import { freeSeats } from '../domain/seats.js';
import { PlaceLearner } from './place-learner.js';

/** Moves whoever has waited longest into seats that became free. The offering must be locked by the caller. */
@Injectable()
export class FillSeats {
  constructor(
    private readonly enrollments: EnrollmentsRepository,
    private readonly placeLearner: PlaceLearner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async in(tx: Tx, offering: Offering): Promise<void> {
    const now = this.clock.now();
    if (offering.cancelledAt || (offering.endsAt && offering.endsAt <= now)) return;
    const { taken, waiting } = await this.enrollments.seatCounts(tx, offering.id);
    const free = Math.min(freeSeats(offering.seats, taken), waiting);
    if (free === 0) return;
    for (const next of await this.enrollments.waitlist(tx, offering.id, free)) {
      const active = await this.placeLearner.activated(tx, next, offering);
      await this.enrollments.save(tx, { ...active, version: next.version + 1 });
      await recordEvent(tx, {
        institutionId: offering.institutionId,
        type: 'enrollment.activated',
        actorId: null,
        subject: { type: 'enrollment', id: next.id },
        particulars: { offeringId: offering.id, personId: next.personId, from: 'waitlisted' },
        occurredAt: now,
      });
    }
  }
}
