import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { newId } from '../../../platform/ids.js';
import type { Offering } from '../data/offering.entity.js';
import { OfferingsRepository } from '../data/offerings.repository.js';

export type NewOffering = Omit<Offering, 'id' | 'institutionId' | 'version' | 'createdAt' | 'cancelledAt'>;

/** For an offering that belongs to one course elsewhere, whose people come by that course alone: at any time, as many as come, and without dates until who teaches there gives some. */
export const FOR_ONE_COURSE = {
  endsAt: null,
  enrollUntil: null,
  seats: null,
  waitlist: false,
  openEnrollment: false,
  priceLabel: '',
  projectDue: null,
  latePolicy: { graceMinutes: 0, penaltyPercentPerDay: 0, floorPercent: 0, cutoffDays: null },
} satisfies Partial<NewOffering>;

/** Opens a run of an edition that is known to be there, in the caller's transaction. `openedBy` is `null` when Cairn itself does. */
@Injectable()
export class OpenOffering {
  constructor(
    private readonly offerings: OfferingsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async in(tx: Tx, institutionId: string, openedBy: string | null, wish: NewOffering): Promise<Offering> {
    const now = this.clock.now();
    const offering: Offering = { ...wish, id: newId(), institutionId, version: 1, createdAt: now, cancelledAt: null };
    await this.offerings.add(tx, offering);
    await recordEvent(tx, {
      institutionId,
      type: 'offering.created',
      actorId: openedBy,
      subject: { type: 'offering', id: offering.id },
      particulars: { editionId: offering.editionId },
      occurredAt: now,
    });
    return offering;
  }
}
