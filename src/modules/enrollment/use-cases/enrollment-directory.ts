import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { AccommodationsRepository } from '../data/accommodations.repository.js';
import type { Enrollment } from '../data/enrollment.entity.js';
import { type EnrollmentPlace, EnrollmentsRepository, type SeenEnrollment } from '../data/enrollments.repository.js';
import type { Offering } from '../data/offering.entity.js';
import { OfferingsRepository, type SeenOffering } from '../data/offerings.repository.js';
import { type Accommodation, NO_ACCOMMODATION } from '../domain/deadlines.js';
import { moveEnrollment } from '../domain/enrollment-state.js';
import type { StaffRole } from '../domain/staff-role.js';

/** What learning, assessment and credentials ask of enrolments, in their own transactions. */
@Injectable()
export class EnrollmentDirectory {
  constructor(
    private readonly enrollments: EnrollmentsRepository,
    private readonly offerings: OfferingsRepository,
    private readonly accommodations: AccommodationsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  find(tx: Tx, id: string): Promise<Enrollment | null> {
    return this.enrollments.find(tx, id);
  }

  /** In no order; who is not found is missing. */
  places(tx: Tx, ids: readonly string[]): Promise<EnrollmentPlace[]> {
    return this.enrollments.places(tx, ids);
  }

  /** Places that are pinned to one of the editions, by their ids, from after `afterId` on. */
  onEditions(tx: Tx, editionIds: readonly string[], afterId: string | null, limit: number): Promise<EnrollmentPlace[]> {
    return this.enrollments.onEditions(tx, editionIds, afterId, limit);
  }

  findLocked(tx: Tx, id: string): Promise<Enrollment | null> {
    return this.enrollments.findLocked(tx, id);
  }

  offering(tx: Tx, id: string): Promise<Offering | null> {
    return this.offerings.find(tx, id);
  }

  /** An offering, and what `lookerId` does there. */
  seenOffering(tx: Tx, id: string, lookerId: string): Promise<SeenOffering | null> {
    return this.offerings.seen(tx, id, lookerId);
  }

  /** An enrolment with its offering, and what `lookerId` does there. */
  seen(tx: Tx, id: string, lookerId: string): Promise<SeenEnrollment | null> {
    return this.enrollments.seen(tx, id, lookerId);
  }

  /** Who assesses an offering, as long as they are named there. */
  async assessors(tx: Tx, offeringId: string): Promise<string[]> {
    const staff = await this.offerings.staff(tx, offeringId);
    return staff.filter(({ role }) => role === 'assessor').map(({ personId }) => personId);
  }

  isStaff(tx: Tx, offeringId: string, personId: string, role?: StaffRole): Promise<boolean> {
    return this.offerings.isStaff(tx, offeringId, personId, role);
  }

  async accommodation(
    tx: Tx,
    { institutionId, personId }: Pick<Enrollment, 'institutionId' | 'personId'>,
  ): Promise<Accommodation> {
    return (await this.accommodations.findStanding(tx, institutionId, personId)) ?? NO_ACCOMMODATION;
  }

  /** Ends an enrolment well. Earned is earned: one that is completed already, or was left meanwhile, stays as it is. */
  async complete(tx: Tx, enrollmentId: string): Promise<void> {
    const enrollment = await this.enrollments.findLocked(tx, enrollmentId);
    if (!enrollment || !moveEnrollment(enrollment.state, 'completed').allowed) return;
    await this.move(tx, enrollment, { state: 'completed', endedAt: this.clock.now() }, 'enrollment.completed');
  }

  /** Takes an end back: the pass that led to it was corrected, and the learner may hand in again. */
  async reopen(tx: Tx, enrollmentId: string): Promise<void> {
    const enrollment = await this.enrollments.findLocked(tx, enrollmentId);
    if (enrollment?.state !== 'completed') return;
    await this.move(tx, enrollment, { state: 'active', endedAt: null }, 'enrollment.reopened');
  }

  /** Pins an enrolment to another edition: an explicit act, whose rules are the caller's. */
  async repin(tx: Tx, enrollment: Enrollment, editionId: string): Promise<Enrollment> {
    const moved = { ...enrollment, editionId, version: enrollment.version + 1 };
    await this.enrollments.save(tx, moved);
    return moved;
  }

  private async move(tx: Tx, enrollment: Enrollment, to: Pick<Enrollment, 'state' | 'endedAt'>, type: string): Promise<void> {
    await this.enrollments.save(tx, { ...enrollment, ...to, version: enrollment.version + 1 });
    await recordEvent(tx, {
      institutionId: enrollment.institutionId,
      type,
      actorId: null,
      subject: { type: 'enrollment', id: enrollment.id },
      particulars: { offeringId: enrollment.offeringId, personId: enrollment.personId },
      occurredAt: this.clock.now(),
    });
  }
}
