import { Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem, type ProblemParticulars } from '../../../platform/http/problem.js';
import { invalidFields, notAllowed, notFound } from '../../../platform/http/problems.js';
import { AccommodationsRepository } from '../data/accommodations.repository.js';
import type { Enrollment } from '../data/enrollment.entity.js';
import { EnrollmentsRepository } from '../data/enrollments.repository.js';
import { OfferingsRepository } from '../data/offerings.repository.js';
import { mayExtend, maySeeEnrollment } from '../policy.js';
import { enrollmentState } from '../problems.js';
import { type GivenTime, GiveMoreTime } from './give-more-time.js';

/** Gives one learner more time for the project, with a reason. Never less than they have without it. */
@Injectable()
export class ExtendDeadline {
  constructor(
    private readonly work: UnitOfWork,
    private readonly enrollments: EnrollmentsRepository,
    private readonly offerings: OfferingsRepository,
    private readonly accommodations: AccommodationsRepository,
    private readonly moreTime: GiveMoreTime,
  ) {}

  async run(actor: Actor, enrollmentId: string, dueAt: Date, reason: string): Promise<Enrollment> {
    return this.work.runOnce(actor, async (tx) => {
      const enrollment = await this.findForExtension(tx, actor, enrollmentId);
      const offering = await this.offerings.find(tx, enrollment.offeringId);
      if (!offering) throw new Error(`Enrolment ${enrollmentId} lost its offering`);
      const given = await this.moreTime.in(tx, offering, enrollment, { dueAt, reason, grantedBy: actor.personId });
      return 'enrollment' in given ? given.enrollment : refuse(given);
    });
  }

  /** The enrolment, locked after the person's arrangements, as `ArrangeAccommodation` does, so that neither waits for the other. */
  private async findForExtension(tx: Tx, actor: Actor, id: string): Promise<Enrollment> {
    const seen = await this.enrollments.find(tx, id);
    if (!seen) throw new Problem(notFound);
    const isStaff = await this.offerings.isStaff(tx, seen.offeringId, actor.personId);
    if (!maySeeEnrollment(actor, seen, isStaff)) throw new Problem(notFound);
    const isInstructor = await this.offerings.isStaff(tx, seen.offeringId, actor.personId, 'instructor');
    if (!mayExtend(actor, seen, isInstructor)) throw new Problem(notAllowed, refusalOf(actor, seen));
    await this.accommodations.lock(tx, seen.personId);
    const enrollment = await this.enrollments.findLocked(tx, id);
    if (enrollment?.state !== 'active')
      throw new Problem(enrollmentState, {
        detail: 'Only an active learner has a deadline to extend.',
        facts: { reason: 'not_active' },
      });
    return enrollment;
  }
}

function refusalOf(actor: Actor, { personId }: Enrollment): ProblemParticulars {
  return personId === actor.personId
    ? { detail: 'Nobody does this for themselves: ask the office.', facts: { reason: 'own' } }
    : {
        detail: 'The office and the instructors of the offering give more time. Ask one of them.',
        facts: { reason: 'not_staff' },
      };
}

function refuse(given: Exclude<GivenTime, { enrollment: Enrollment }>): never {
  if (given.refused === 'no_deadline')
    throw new Problem(enrollmentState, {
      detail: 'The offering sets no deadline that could be extended.',
      facts: { reason: 'no_deadline' },
    });
  const detail = `The project is due on ${given.unextended.toISOString()} as it is. Choose a later moment.`;
  throw new Problem(invalidFields, { errors: [{ field: 'dueAt', code: 'order', detail }] });
}
