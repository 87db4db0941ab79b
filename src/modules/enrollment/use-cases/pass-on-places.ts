import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { EnrollmentsRepository } from '../data/enrollments.repository.js';
import { OfferingsRepository } from '../data/offerings.repository.js';
import { EndPlaces } from './end-places.js';

/**
 * Gives the places of a guest to who they turned out to be, with their seats and dates. For places in which nothing was recorded yet: what
 * was done, handed in or awarded says for ever who did it. Who has, or had, a place there keeps that one, and the guest's is given back.
 */
@Injectable()
export class PassOnPlaces {
  constructor(
    private readonly enrollments: EnrollmentsRepository,
    private readonly offerings: OfferingsRepository,
    private readonly endPlaces: EndPlaces,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the caller's transaction. */
  async in(tx: Tx, fromId: string, toId: string): Promise<void> {
    const now = this.clock.now();
    for (const { id, offeringId } of await this.enrollments.heldBy(tx, fromId)) {
      // The offering first, as everywhere, so that two of these never wait for each other.
      await this.offerings.findLocked(tx, offeringId);
      const enrollment = await this.enrollments.findLocked(tx, id);
      if (!enrollment || (await this.enrollments.latestOf(tx, offeringId, toId))) continue;
      await this.enrollments.save(tx, { ...enrollment, personId: toId, version: enrollment.version + 1 });
      await recordEvent(tx, {
        institutionId: enrollment.institutionId,
        type: 'enrollment.passed_on',
        actorId: toId,
        subject: { type: 'enrollment', id },
        particulars: { offeringId, fromId, toId },
        occurredAt: now,
      });
    }
    await this.endPlaces.in(tx, fromId);
  }
}
