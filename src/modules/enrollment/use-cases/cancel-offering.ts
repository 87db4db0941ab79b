import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { EnrollmentsRepository } from '../data/enrollments.repository.js';
import type { Offering } from '../data/offering.entity.js';
import { OfferingsRepository } from '../data/offerings.repository.js';
import { offeringRuns } from '../problems.js';

/** Calls an offering off. Refused while somebody holds a place in it: withdraw them first, knowingly. */
@Injectable()
export class CancelOffering {
  constructor(
    private readonly work: UnitOfWork,
    private readonly offerings: OfferingsRepository,
    private readonly enrollments: EnrollmentsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string): Promise<Offering> {
    return this.work.run(actor, async (tx) => {
      const offering = await this.offerings.findLocked(tx, id);
      if (!offering) throw new Problem(notFound);
      if (offering.cancelledAt) return offering;
      const { taken, waiting } = await this.enrollments.seatCounts(tx, id);
      if (taken + waiting > 0) {
        throw new Problem(offeringRuns, {
          detail: `Places held: ${taken}, waiting: ${waiting}. Withdraw these learners first; an offering that somebody completed stays.`,
          facts: { taken, waiting },
        });
      }
      const now = this.clock.now();
      const cancelled = { ...offering, cancelledAt: now, version: offering.version + 1 };
      await this.offerings.save(tx, cancelled);
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: 'offering.cancelled',
        actorId: actor.personId,
        subject: { type: 'offering', id },
        occurredAt: now,
      });
      return cancelled;
    });
  }
}
