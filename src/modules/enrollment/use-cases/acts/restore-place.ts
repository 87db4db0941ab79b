import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { DueRow, EnrollmentAct } from '../../data/enrollment-acts.repository.js';
import { EnrollmentsRepository } from '../../data/enrollments.repository.js';
import { OfferingsRepository } from '../../data/offerings.repository.js';
import { type ActReason, refusalOfUndo } from '../../domain/enrollment-act.js';

/** Undoes a withdrawal: the place is what it was, with its beginning and its deadline, if its seat is still free. */
@Injectable()
export class RestorePlace {
  constructor(
    private readonly enrollments: EnrollmentsRepository,
    private readonly offerings: OfferingsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Why it is not given back; `null` where it is. */
  async in(tx: Tx, act: EnrollmentAct, { enrollmentId, offeringId, personId, earlierState }: DueRow): Promise<ActReason | null> {
    const offering = await this.offerings.findLocked(tx, offeringId);
    const enrollment = await this.enrollments.findLocked(tx, enrollmentId);
    if (!offering || !enrollment || !earlierState) throw new Error(`The place ${enrollmentId} was there and is gone`);
    const hasOtherPlace = (await this.enrollments.findLive(tx, offeringId, personId)) !== null;
    const now = this.clock.now();
    const counts = await this.enrollments.seatCounts(tx, offeringId);
    const refusal = refusalOfUndo({ state: enrollment.state, earlierState, hasOtherPlace, offering }, counts, now);
    if (refusal) return refusal;
    await this.enrollments.save(tx, { ...enrollment, state: earlierState, endedAt: null, version: enrollment.version + 1 });
    await recordEvent(tx, {
      institutionId: act.institutionId,
      type: 'enrollment.restored',
      actorId: act.undoRequestedBy,
      subject: { type: 'enrollment', id: enrollmentId },
      particulars: { offeringId, personId, to: earlierState },
      occurredAt: now,
    });
    return null;
  }
}
