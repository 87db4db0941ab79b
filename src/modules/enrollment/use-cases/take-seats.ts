import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { EnrollmentsRepository } from '../data/enrollments.repository.js';
import { OfferingsRepository } from '../data/offerings.repository.js';
import { AdmitLearners } from './admit-learners.js';

/** As `TakeSeat` for many whom a course of an LMS names: a handful of statements, however many there are. */
@Injectable()
export class TakeSeats {
  constructor(
    private readonly offerings: OfferingsRepository,
    private readonly enrollments: EnrollmentsRepository,
    private readonly admit: AdmitLearners,
  ) {}

  /** In the caller's transaction. Answers how many got a place, on the waitlist too; who has or had one keeps it as it is. */
  async in(tx: Tx, offeringId: string, personIds: readonly string[]): Promise<number> {
    const offering = await this.offerings.findLocked(tx, offeringId);
    if (!offering) throw new Error(`A section leads to the offering ${offeringId}, which is not there`);
    if (offering.cancelledAt) return 0;
    const placed = new Set(await this.enrollments.everAmong(tx, offeringId, personIds));
    const applicants = personIds.filter((personId) => !placed.has(personId)).map((personId) => ({ personId, by: null }));
    const admitted = await this.admit.in(tx, offering, applicants);
    return [...admitted.values()].filter((one) => 'enrollment' in one).length;
  }
}
