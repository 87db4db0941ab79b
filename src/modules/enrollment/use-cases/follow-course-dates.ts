import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { AccommodationsRepository } from '../data/accommodations.repository.js';
import type { Enrollment } from '../data/enrollment.entity.js';
import { EnrollmentsRepository } from '../data/enrollments.repository.js';
import type { Offering } from '../data/offering.entity.js';
import { PlaceLearner } from './place-learner.js';

/** Learners follow the dates of their course: who has not begun begins with it, and their deadlines are computed again, with what was granted to each. */
@Injectable()
export class FollowCourseDates {
  constructor(
    private readonly enrollments: EnrollmentsRepository,
    private readonly accommodations: AccommodationsRepository,
    private readonly placeLearner: PlaceLearner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The offering must be locked by the caller: so nobody gets a place meanwhile. */
  async in(tx: Tx, offering: Offering, changedBy: string): Promise<void> {
    // Arrangements before places, as `ArrangeAccommodation` does, so that neither waits for the other.
    await this.accommodations.lockAll(tx, await this.enrollments.learners(tx, offering.id));
    for (const enrollment of await this.enrollments.activeIn(tx, offering.id)) {
      const begun = { ...enrollment, startedAt: this.startOf(enrollment, offering) };
      const moved = await this.placeLearner.withDeadline(tx, begun, offering);
      const { startedAt, projectDueAt } = enrollment;
      if (+(moved.startedAt ?? 0) === +(startedAt ?? 0) && +(moved.projectDueAt ?? 0) === +(projectDueAt ?? 0)) continue;
      await this.enrollments.save(tx, { ...moved, version: enrollment.version + 1 });
      await recordEvent(tx, {
        institutionId: offering.institutionId,
        type: 'enrollment.dates_moved',
        actorId: changedBy,
        subject: { type: 'enrollment', id: enrollment.id },
        particulars: { from: { startedAt, projectDueAt }, to: { startedAt: moved.startedAt, projectDueAt: moved.projectDueAt } },
        occurredAt: this.clock.now(),
      });
    }
  }

  private startOf({ startedAt }: Enrollment, { startsAt }: Offering): Date | null {
    const now = this.clock.now();
    if (!startedAt || startedAt <= now) return startedAt;
    return startsAt > now ? startsAt : now;
  }
}
