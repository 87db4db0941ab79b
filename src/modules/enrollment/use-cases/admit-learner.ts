import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { newId } from '../../../platform/ids.js';
import type { Enrollment } from '../data/enrollment.entity.js';
import { EnrollmentsRepository } from '../data/enrollments.repository.js';
import type { Offering } from '../data/offering.entity.js';
import { type AdmissionRefusal, admit } from '../domain/seats.js';
import { admissionOf } from './admission-of.js';
import { PlaceLearner } from './place-learner.js';

export type Admitted = { enrollment: Enrollment } | { refused: AdmissionRefusal };

/** Who gives the place, and whether they do it for the office, which the dates of enrolment do not bind. */
export interface Admitter {
  personId: string;
  isOffice: boolean;
}

/** Gives a seat, or a place on the waitlist. The offering must be locked by the caller, and the person have no place there. */
@Injectable()
export class AdmitLearner {
  constructor(
    private readonly enrollments: EnrollmentsRepository,
    private readonly placeLearner: PlaceLearner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async in(tx: Tx, offering: Offering, personId: string, by: Admitter): Promise<Admitted> {
    const now = this.clock.now();
    const counts = await this.enrollments.seatCounts(tx, offering.id);
    const admission = admit(admissionOf(by, offering), counts, now);
    if (admission.outcome === 'refused') return { refused: admission.reason };
    const enrollment = await this.place(tx, offering, personId, admission.outcome);
    await this.enrollments.add(tx, enrollment);
    await recordEvent(tx, {
      institutionId: offering.institutionId,
      type: admission.outcome === 'active' ? 'enrollment.activated' : 'enrollment.waitlisted',
      actorId: by.personId,
      subject: { type: 'enrollment', id: enrollment.id },
      particulars: { offeringId: offering.id, personId },
      occurredAt: now,
    });
    return { enrollment };
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
