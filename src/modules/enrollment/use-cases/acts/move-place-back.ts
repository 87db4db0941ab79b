import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import { AccommodationsRepository } from '../../data/accommodations.repository.js';
import type { DueRow, EnrollmentAct } from '../../data/enrollment-acts.repository.js';
import type { Enrollment } from '../../data/enrollment.entity.js';
import { EnrollmentsRepository } from '../../data/enrollments.repository.js';
import { MovingPlacesQuery } from '../../data/moving-places.query.js';
import type { ActReason } from '../../domain/enrollment-act.js';
import { refusalOfReturn } from '../../domain/transfer.js';
import { FillSeats } from '../fill-seats.js';
import { PlaceLearner } from '../place-learner.js';
import { LockOfferings } from './lock-offerings.js';
import { TellMoved } from './tell-moved.js';

/** Undoes a move: the place is where it was, as it was, if its seat is still free and nothing was handed in since. */
@Injectable()
export class MovePlaceBack {
  constructor(
    private readonly enrollments: EnrollmentsRepository,
    private readonly moving: MovingPlacesQuery,
    private readonly lockOfferings: LockOfferings,
    private readonly accommodations: AccommodationsRepository,
    private readonly placeLearner: PlaceLearner,
    private readonly fillSeats: FillSeats,
    private readonly tellMoved: TellMoved,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Why it stays; `null` where it goes back. */
  async in(tx: Tx, act: EnrollmentAct, row: DueRow): Promise<ActReason | null> {
    const { enrollmentId, personId, earlierState, earlierOfferingId, earlierStartedAt } = row;
    const { toOfferingId, confirmedAt } = act;
    if (!toOfferingId || !confirmedAt || !earlierState || !earlierOfferingId)
      throw new Error(`Nobody knows where the place ${enrollmentId} came from`);
    const [home, destination] = await this.lockOfferings.both(tx, earlierOfferingId, toOfferingId);
    await this.accommodations.lock(tx, personId);
    const enrollment = await this.enrollments.findLocked(tx, enrollmentId);
    if (!enrollment) throw new Error(`The place ${enrollmentId} was there and is gone`);
    const { state, offeringId } = enrollment;
    const now = this.clock.now();
    const hasWorkThere = await this.moving.hasWorkIn(tx, enrollmentId, toOfferingId, confirmedAt);
    const hasOtherPlace = (await this.enrollments.findLive(tx, home.id, personId)) !== null;
    const place = { state, offeringId, earlierState, toOfferingId, hasWorkThere, hasOtherPlace, home };
    const refusal = refusalOfReturn(place, await this.enrollments.seatCounts(tx, home.id), now);
    if (refusal) return refusal;
    const earlier: Enrollment = {
      ...enrollment,
      offeringId: home.id,
      state: earlierState,
      startedAt: earlierStartedAt,
      version: enrollment.version + 1,
    };
    const restored = await this.placeLearner.withDeadline(tx, earlier, home);
    await this.enrollments.save(tx, restored);
    await recordEvent(tx, {
      institutionId: act.institutionId,
      type: 'enrollment.transferred',
      actorId: act.undoRequestedBy,
      subject: { type: 'enrollment', id: enrollmentId },
      particulars: { fromOfferingId: toOfferingId, toOfferingId: home.id, personId, to: earlierState },
      occurredAt: now,
    });
    await this.tellMoved.in(tx, restored);
    await this.fillSeats.in(tx, destination);
    return null;
  }
}
