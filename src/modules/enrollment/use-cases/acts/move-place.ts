import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import { AccommodationsRepository } from '../../data/accommodations.repository.js';
import type { DueRow, Earlier, EnrollmentAct } from '../../data/enrollment-acts.repository.js';
import type { Enrollment } from '../../data/enrollment.entity.js';
import { EnrollmentsRepository } from '../../data/enrollments.repository.js';
import { MovingPlacesQuery } from '../../data/moving-places.query.js';
import type { Offering } from '../../data/offering.entity.js';
import type { ActReason } from '../../domain/enrollment-act.js';
import { refusalOfTransfer, startAfterTransfer } from '../../domain/transfer.js';
import { FillSeats } from '../fill-seats.js';
import { PlaceLearner } from '../place-learner.js';
import { LockOfferings } from './lock-offerings.js';
import { TellMoved } from './tell-moved.js';

/** Moves a place, with all that was done on it, to another offering of its edition; the next on the waitlist gets the seat that is left. */
@Injectable()
export class MovePlace {
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

  async in(
    tx: Tx,
    { toOfferingId, requestedBy }: EnrollmentAct,
    { enrollmentId, offeringId, personId }: DueRow,
  ): Promise<{ refused: ActReason } | { earlier: Earlier }> {
    if (!toOfferingId) throw new Error('Nobody said where places go');
    const [home, destination] = await this.lockOfferings.both(tx, offeringId, toOfferingId);
    await this.accommodations.lock(tx, personId);
    const enrollment = await this.enrollments.findLocked(tx, enrollmentId);
    const [facts] = await this.moving.facts(tx, [enrollmentId], toOfferingId);
    if (!enrollment || !facts) throw new Error(`The place ${enrollmentId} was there and is gone`);
    const counts = await this.enrollments.seatCounts(tx, toOfferingId);
    const refused = refusalOfTransfer(facts, destination, counts, this.clock.now());
    if (refused) return { refused };
    const moved = await this.moved(tx, enrollment, destination);
    await this.enrollments.save(tx, moved);
    const { state, startedAt } = enrollment;
    await recordEvent(tx, {
      institutionId: enrollment.institutionId,
      type: 'enrollment.transferred',
      actorId: requestedBy,
      subject: { type: 'enrollment', id: enrollmentId },
      particulars: { fromOfferingId: home.id, toOfferingId, personId, from: state },
      occurredAt: this.clock.now(),
    });
    await this.tellMoved.in(tx, moved);
    await this.fillSeats.in(tx, home);
    return { earlier: { state, offeringId: home.id, startedAt } };
  }

  private async moved(tx: Tx, enrollment: Enrollment, destination: Offering): Promise<Enrollment> {
    const startedAt = startAfterTransfer(enrollment.startedAt, destination, this.clock.now());
    const moved: Enrollment = {
      ...enrollment,
      offeringId: destination.id,
      state: 'active',
      startedAt,
      version: enrollment.version + 1,
    };
    return this.placeLearner.withDeadline(tx, moved, destination);
  }
}
