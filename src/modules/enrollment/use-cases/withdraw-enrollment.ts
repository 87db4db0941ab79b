import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import type { Enrollment } from '../data/enrollment.entity.js';
import { EnrollmentsRepository } from '../data/enrollments.repository.js';
import { OfferingsRepository } from '../data/offerings.repository.js';
import { mayWithdraw } from '../policy.js';
import { enrollmentState } from '../problems.js';
import { GiveBackPlace } from './give-back-place.js';

/** Gives a place back; the next on the waitlist gets it. What was learnt and submitted stays on record. */
@Injectable()
export class WithdrawEnrollment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly offerings: OfferingsRepository,
    private readonly enrollments: EnrollmentsRepository,
    private readonly giveBack: GiveBackPlace,
  ) {}

  async run(actor: Actor, id: string): Promise<Enrollment> {
    return this.work.runOnce(actor, async (tx) => {
      const seen = await this.enrollments.find(tx, id);
      if (!seen || !mayWithdraw(actor, seen)) throw new Problem(notFound);
      // The offering first, as everywhere, so that two of these never wait for each other.
      const offering = await this.offerings.findLocked(tx, seen.offeringId);
      const enrollment = await this.enrollments.findLocked(tx, id);
      if (!offering || !enrollment) throw new Problem(notFound);
      if (enrollment.state === 'withdrawn') return enrollment;
      const withdrawn = await this.giveBack.in(tx, offering, enrollment, actor.personId);
      if (!withdrawn)
        throw new Problem(enrollmentState, {
          detail: `A place that is ${enrollment.state} cannot be given back.`,
          facts: { reason: enrollment.state },
        });
      return withdrawn;
    });
  }
}
