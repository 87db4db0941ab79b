import { Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notAllowed, notFound } from '../../../platform/http/problems.js';
import { PeopleDirectory } from '../../people/index.js';
import type { Enrollment } from '../data/enrollment.entity.js';
import { EnrollmentsRepository } from '../data/enrollments.repository.js';
import type { Offering } from '../data/offering.entity.js';
import { OfferingsRepository } from '../data/offerings.repository.js';
import { mayManageOfferings } from '../policy.js';
import { enrollmentRefused, notAMember, offeringCancelled } from '../problems.js';
import { AdmitLearner } from './admit-learner.js';
import { explainRefusal } from './explain-refusal.js';

/** Gives a person a place in an offering, or one on its waitlist. Enrolling somebody who has a place answers with that place. */
@Injectable()
export class EnrollLearner {
  constructor(
    private readonly work: UnitOfWork,
    private readonly offerings: OfferingsRepository,
    private readonly enrollments: EnrollmentsRepository,
    private readonly people: PeopleDirectory,
    private readonly admitLearner: AdmitLearner,
  ) {}

  async run(actor: Actor, offeringId: string, personId: string): Promise<Enrollment> {
    return this.work.runOnce(actor, async (tx) => {
      const offering = await this.offerings.findLocked(tx, offeringId);
      if (!offering) throw new Problem(notFound);
      refuseUnlessEntitled(actor, offering, personId);
      const existing = await this.enrollments.findLive(tx, offeringId, personId);
      return existing ?? this.admit(tx, actor, offering, personId);
    });
  }

  private async admit(tx: Tx, actor: Actor, offering: Offering, personId: string): Promise<Enrollment> {
    if (offering.cancelledAt) throw new Problem(offeringCancelled);
    if (!(await this.people.hasRole(tx, personId, 'learner'))) {
      throw new Problem(notAMember, {
        errors: [{ field: 'personId', code: 'not_a_learner', detail: 'Invite the person as a learner first.' }],
      });
    }
    const admitted = await this.admitLearner.in(tx, offering, personId, {
      personId: actor.personId,
      isOffice: mayManageOfferings(actor),
    });
    if ('enrollment' in admitted) return admitted.enrollment;
    const { refused: reason } = admitted;
    throw new Problem(enrollmentRefused, { detail: explainRefusal(reason), facts: { reason } });
  }
}

function refuseUnlessEntitled(actor: Actor, offering: Offering, personId: string): void {
  if (mayManageOfferings(actor)) return;
  if (personId !== actor.personId)
    throw new Problem(notAllowed, {
      detail: 'The office enrols others; you can enrol yourself.',
      facts: { reason: 'office_enrolls' },
    });
  if (!offering.openEnrollment)
    throw new Problem(notAllowed, {
      detail: 'The office enrols people in this offering. Ask there.',
      facts: { reason: 'offering_by_office' },
    });
}
