import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { AccommodationsRepository } from '../data/accommodations.repository.js';
import type { Enrollment } from '../data/enrollment.entity.js';
import { EnrollmentsRepository } from '../data/enrollments.repository.js';
import type { Offering } from '../data/offering.entity.js';
import { type Accommodation, deadline, type Extension, NO_ACCOMMODATION } from '../domain/deadlines.js';
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
    const extensions = await this.enrollments.extensions(tx, enrollment.id);
    return { ...enrollment, projectDueAt: await this.dueAt(tx, enrollment, offering, extensions) };
  }

  /**
   * When the project is due with these extensions; `null`: the offering sets no deadline, or the learner's time has not begun.
   * Every arrangement that stood since the learner enrolled counts: ending one, or replacing it by less, leaves deadlines
   * where it had moved them.
   */
  async dueAt(tx: Tx, enrollment: Enrollment, offering: Offering, extensions: readonly Extension[]): Promise<Date | null> {
    const { institutionId, personId, createdAt, startedAt } = enrollment;
    if (!startedAt) return null;
    await this.accommodations.lock(tx, personId);
    const held = await this.accommodations.heldSince(tx, institutionId, personId, createdAt);
    return latestDue(offering, startedAt, held, extensions);
  }

  /** As `activated`, for many new places of one offering. */
  async activatedAll(tx: Tx, enrollments: readonly Enrollment[], offering: Offering): Promise<Enrollment[]> {
    if (enrollments.length === 0) return [];
    const personIds = enrollments.map(({ personId }) => personId);
    await this.accommodations.lockAll(tx, personIds);
    const held = await this.accommodations.standingOf(tx, offering.institutionId, personIds);
    const now = this.clock.now();
    const startedAt = now > offering.startsAt ? now : offering.startsAt;
    return enrollments.map((enrollment) => {
      const own = held.filter(({ personId }) => personId === enrollment.personId);
      return { ...enrollment, state: 'active', startedAt, projectDueAt: latestDue(offering, startedAt, own, []) };
    });
  }
}

function latestDue(
  offering: Offering,
  startedAt: Date,
  held: readonly Accommodation[],
  extensions: readonly Extension[],
): Date | null {
  const rule = readDueRule(offering.projectDue);
  const possible = [NO_ACCOMMODATION, ...held].map((one) => deadline(rule, startedAt, one, extensions)?.dueAt ?? null);
  return possible.reduce((latest, one) => (latest && one && one > latest ? one : latest));
}
