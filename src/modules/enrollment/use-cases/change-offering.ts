import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { refuseStale } from '../../../platform/http/versions.js';
import type { Offering } from '../data/offering.entity.js';
import { OfferingsRepository } from '../data/offerings.repository.js';
import { offeringCancelled } from '../problems.js';
import { FillSeats } from './fill-seats.js';
import { refuseImpossibleDates } from './refuse-impossible-dates.js';

export type OfferingChanges = Partial<
  Pick<
    Offering,
    | 'title'
    | 'startsAt'
    | 'endsAt'
    | 'enrollFrom'
    | 'enrollUntil'
    | 'seats'
    | 'waitlist'
    | 'openEnrollment'
    | 'priceLabel'
    | 'latePolicy'
  >
>;

/** Changes dates, seats and rules. Deadlines already stored for learners stay; new seats go to the waitlist at once. */
@Injectable()
export class ChangeOffering {
  constructor(
    private readonly work: UnitOfWork,
    private readonly offerings: OfferingsRepository,
    private readonly fillSeats: FillSeats,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, expectedVersion: number, changes: OfferingChanges): Promise<Offering> {
    return this.work.run(actor, async (tx) => {
      const offering = await this.offerings.findLocked(tx, id);
      if (!offering) throw new Problem(notFound);
      refuseStale(offering.version, expectedVersion);
      if (offering.cancelledAt) throw new Problem(offeringCancelled);
      const changed = { ...offering, ...changes, version: offering.version + 1 };
      refuseImpossibleDates(changed);
      await this.offerings.save(tx, changed);
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: 'offering.changed',
        actorId: actor.personId,
        subject: { type: 'offering', id },
        particulars: { fields: Object.keys(changes) },
        occurredAt: this.clock.now(),
      });
      await this.fillSeats.in(tx, changed);
      return changed;
    });
  }
}
