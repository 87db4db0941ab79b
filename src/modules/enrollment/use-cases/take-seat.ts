import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Enrollment } from '../data/enrollment.entity.js';
import { EnrollmentsRepository } from '../data/enrollments.repository.js';
import { OfferingsRepository } from '../data/offerings.repository.js';
import type { AdmissionRefusal } from '../domain/seats.js';
import { AdmitLearner } from './admit-learner.js';

export type TakenSeat = { enrollment: Enrollment } | { refused: AdmissionRefusal | { key: 'offering_cancelled' } };

/**
 * The place of a learner whom a course of an LMS sends: the one they have or had, or a new one. Who was withdrawn here is not enrolled
 * again by coming back.
 */
@Injectable()
export class TakeSeat {
  constructor(
    private readonly offerings: OfferingsRepository,
    private readonly enrollments: EnrollmentsRepository,
    private readonly admitLearner: AdmitLearner,
  ) {}

  /** The place that somebody has or had there; nobody gets one by it. */
  held(tx: Tx, offeringId: string, personId: string): Promise<Enrollment | null> {
    return this.enrollments.latestOf(tx, offeringId, personId);
  }

  /** In the caller's transaction. The course has let them in, so the dates of enrolment do not bind; seats do. */
  async in(tx: Tx, offeringId: string, personId: string): Promise<TakenSeat> {
    const earlier = await this.enrollments.latestOf(tx, offeringId, personId);
    if (earlier) return { enrollment: earlier };
    const offering = await this.offerings.findLocked(tx, offeringId);
    if (!offering) throw new Error(`A section leads to the offering ${offeringId}, which is not there`);
    if (offering.cancelledAt) return { refused: { key: 'offering_cancelled' } };
    const meanwhile = await this.enrollments.latestOf(tx, offeringId, personId);
    return meanwhile ? { enrollment: meanwhile } : this.admitLearner.in(tx, offering, personId, { personId, isOffice: true });
  }
}
