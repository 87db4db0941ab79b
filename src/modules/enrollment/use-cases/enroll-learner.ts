import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notAllowed, notFound } from '../../../platform/http/problems.js';
import { newId } from '../../../platform/ids.js';
import { PeopleDirectory } from '../../people/index.js';
import type { Enrollment } from '../data/enrollment.entity.js';
import { EnrollmentsRepository } from '../data/enrollments.repository.js';
import type { Offering } from '../data/offering.entity.js';
import { OfferingsRepository } from '../data/offerings.repository.js';
import { admit } from '../domain/seats.js';
import { mayManageOfferings } from '../policy.js';
import { enrollmentRefused, notAMember, offeringCancelled } from '../problems.js';
import { admissionOf } from './admission-of.js';
import { explainRefusal } from './explain-refusal.js';
import { PlaceLearner } from './place-learner.js';

/** Gives a person a place in an offering, or one on its waitlist. Enrolling somebody who has a place answers with that place. */
@Injectable()
export class EnrollLearner {
  constructor(
    private readonly work: UnitOfWork,
    private readonly offerings: OfferingsRepository,
    private readonly enrollments: EnrollmentsRepository,
    private readonly people: PeopleDirectory,
    private readonly placeLearner: PlaceLearner,
    @Inject(CLOCK) private readonly clock: Clock,
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
    const now = this.clock.now();
    const counts = await this.enrollments.seatCounts(tx, offering.id);
    const admission = admit(admissionOf(actor, offering), counts, now);
    if (admission.outcome === 'refused') {
      throw new Problem(enrollmentRefused, { detail: explainRefusal(admission.reason), facts: { reason: admission.reason } });
    }
    const enrollment = await this.place(tx, offering, personId, admission.outcome);
    await this.enrollments.add(tx, enrollment);
    await recordEvent(tx, {
      institutionId: offering.institutionId,
      type: admission.outcome === 'active' ? 'enrollment.activated' : 'enrollment.waitlisted',
      actorId: actor.personId,
      subject: { type: 'enrollment', id: enrollment.id },
      particulars: { offeringId: offering.id, personId },
      occurredAt: now,
    });
    return enrollment;
  }

  private async place(tx: Tx, offering: Offering, personId: string, state: 'active' | 'waitlisted'): Promise<Enrollment> {
    const enrollment: Enrollment = {
      id: newId(),
      institutionId: offering.institutionId,
      offeringId: offering.id,
      editionId: offering.editionId,
      personId,
      state,
      createdAt: this.clock.now(),
      startedAt: null,
      endedAt: null,
      projectDueAt: null,
      version: 1,
    };
    return state === 'active' ? this.placeLearner.activated(tx, enrollment, offering) : enrollment;
  }
}

function refuseUnlessEntitled(actor: Actor, offering: Offering, personId: string): void {
  if (mayManageOfferings(actor)) return;
  if (personId !== actor.personId) throw new Problem(notAllowed, { detail: 'The office enrols others; you can enrol yourself.' });
  if (!offering.openEnrollment)
    throw new Problem(notAllowed, { detail: 'The office enrols people in this offering. Ask there.' });
}
