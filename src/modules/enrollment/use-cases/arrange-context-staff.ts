import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { recordEvents } from '../../../platform/events/record-event.js';
import { OfferingsRepository } from '../data/offerings.repository.js';

/** Who teaches in a course of an LMS teaches and assesses its offerings here, for as long as the LMS says so. */
@Injectable()
export class ArrangeContextStaff {
  constructor(
    private readonly offerings: OfferingsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the caller's transaction. Names people or takes the LMS's word back; what was arranged here by hand stays. */
  async in(
    tx: Tx,
    institutionId: string,
    offeringIds: readonly string[],
    personIds: readonly string[],
    isStaff: boolean,
  ): Promise<void> {
    if (offeringIds.length === 0 || personIds.length === 0) return;
    const now = this.clock.now();
    const changed = isStaff
      ? await this.offerings.addContextStaff(tx, institutionId, offeringIds, personIds, now)
      : await this.offerings.removeContextStaff(tx, offeringIds, personIds);
    await recordEvents(
      tx,
      changed.map(({ offeringId, personId, role }) => ({
        institutionId,
        type: isStaff ? 'offering.staff_added' : 'offering.staff_removed',
        actorId: null,
        subject: { type: 'offering', id: offeringId },
        particulars: { personId, role },
        occurredAt: now,
      })),
    );
  }
}
