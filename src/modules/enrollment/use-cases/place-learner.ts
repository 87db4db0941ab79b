import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { AccommodationsRepository } from '../data/accommodations.repository.js';
import type { Enrollment } from '../data/enrollment.entity.js';
import { EnrollmentsRepository } from '../data/enrollments.repository.js';
import type { Offering } from '../data/offering.entity.js';
import { deadline, NO_ACCOMMODATION } from '../domain/deadlines.js';
import { readDueRule } from '../domain/stored-due-rule.js';

/** When a learner's time begins and their project is due: computed here alone, from rule, accommodation and extensions. */
@Injectable()
export class PlaceLearner {
  constructor(
    private readonly enrollments: EnrollmentsRepository,
    private readonly accommodations: AccommodationsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The enrolment as active from now, or from the offering's start where that is later. */
  async activated(tx: Tx, enrollment: Enrollment, offering: Offering): Promise<Enrollment> {
    const now = this.clock.now();
    const startedAt = now > offering.startsAt ? now : offering.startsAt;
    return this.withDeadline(tx, { ...enrollment, state: 'active', startedAt }, offering);
  }

  /** The enrolment with its project deadline computed again. */
  async withDeadline(tx: Tx, enrollment: Enrollment, offering: Offering): Promise<Enrollment> {
    if (!enrollment.startedAt) return enrollment;
    const standing = await this.accommodations.findStanding(tx, enrollment.institutionId, enrollment.personId);
    const extensions = await this.enrollments.extensions(tx, enrollment.id);
    const due = deadline(readDueRule(offering.projectDue), enrollment.startedAt, standing ?? NO_ACCOMMODATION, extensions);
    return { ...enrollment, projectDueAt: due?.dueAt ?? null };
  }
}
