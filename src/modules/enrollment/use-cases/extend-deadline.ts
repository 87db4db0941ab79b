import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notAllowed, notFound } from '../../../platform/http/problems.js';
import { newId } from '../../../platform/ids.js';
import type { Enrollment } from '../data/enrollment.entity.js';
import { EnrollmentsRepository } from '../data/enrollments.repository.js';
import { OfferingsRepository } from '../data/offerings.repository.js';
import { mayExtend } from '../policy.js';
import { enrollmentState } from '../problems.js';
import { PlaceLearner } from './place-learner.js';

/** Gives one learner more time for the project, with a reason. Never less than they had. */
@Injectable()
export class ExtendDeadline {
  constructor(
    private readonly work: UnitOfWork,
    private readonly enrollments: EnrollmentsRepository,
    private readonly offerings: OfferingsRepository,
    private readonly placeLearner: PlaceLearner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, enrollmentId: string, dueAt: Date, reason: string): Promise<Enrollment> {
    return this.work.runOnce(actor, async (tx) => {
      const enrollment = await this.enrollments.findLocked(tx, enrollmentId);
      const offering = enrollment && (await this.offerings.find(tx, enrollment.offeringId));
      if (!enrollment || !offering) throw new Problem(notFound);
      const isInstructor = await this.offerings.isStaff(tx, offering.id, actor.personId, 'instructor');
      if (!mayExtend(actor, enrollment, isInstructor)) throw new Problem(notAllowed);
      if (enrollment.state !== 'active')
        throw new Problem(enrollmentState, { detail: 'Only an active learner has a deadline to extend.' });
      const now = this.clock.now();
      await this.enrollments.addExtension(tx, {
        id: newId(),
        institutionId: actor.institutionId,
        enrollmentId,
        dueAt,
        reason,
        grantedBy: actor.personId,
        grantedAt: now,
      });
      const extended = await this.placeLearner.withDeadline(tx, { ...enrollment, version: enrollment.version + 1 }, offering);
      await this.enrollments.save(tx, extended);
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: 'enrollment.deadline_extended',
        actorId: actor.personId,
        subject: { type: 'enrollment', id: enrollmentId },
        particulars: { from: enrollment.projectDueAt, to: extended.projectDueAt },
        occurredAt: now,
      });
      return extended;
    });
  }
}
