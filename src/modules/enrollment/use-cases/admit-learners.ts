import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { recordEvents } from '../../../platform/events/record-event.js';
import { newId } from '../../../platform/ids.js';
import type { Enrollment } from '../data/enrollment.entity.js';
import { EnrollmentsRepository } from '../data/enrollments.repository.js';
import type { Offering } from '../data/offering.entity.js';
import { SeatForecast } from '../domain/seat-forecast.js';
import { admissionOf } from './admission-of.js';
import type { Admitted, Admitter } from './admit-learner.js';
import { PlaceLearner } from './place-learner.js';

/** Who asks for a place, and who gives it. */
export interface Applicant {
  personId: string;
  /** `null`: Cairn itself, because another system says so. */
  by: Admitter | null;
}

/** As `AdmitLearner`, for many one after the other: a handful of statements, however many there are. */
@Injectable()
export class AdmitLearners {
  constructor(
    private readonly enrollments: EnrollmentsRepository,
    private readonly placeLearner: PlaceLearner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By person. The offering must be locked by the caller, and nobody of them have a place there, or ask twice. */
  async in(tx: Tx, offering: Offering, applicants: readonly Applicant[]): Promise<Map<string, Admitted>> {
    const now = this.clock.now();
    const forecast = new SeatForecast(
      admissionOf({ isOffice: true }, offering),
      await this.enrollments.seatCounts(tx, offering.id),
      now,
    );
    // Who came at the same moment waits in the order of the ids.
    const ids = applicants.map(() => newId(now.getTime())).toSorted();
    const admitted = new Map<string, Admitted>();
    const [seated, waiting]: [Enrollment[], Enrollment[]] = [[], []];
    applicants.forEach(({ personId }, turn) => {
      const place = forecast.next();
      if (typeof place === 'object') admitted.set(personId, place);
      else (place === 'seat' ? seated : waiting).push(waitlisted(offering, personId, ids[turn] ?? newId(), now));
    });
    const places = [...(await this.placeLearner.activatedAll(tx, seated, offering)), ...waiting];
    await this.enrollments.addAll(tx, places);
    for (const enrollment of places) admitted.set(enrollment.personId, { enrollment });
    const givers = new Map(applicants.map(({ personId, by }) => [personId, by?.personId ?? null]));
    await recordEvents(
      tx,
      places.map(({ id, personId, state }) => ({
        institutionId: offering.institutionId,
        type: state === 'active' ? 'enrollment.activated' : 'enrollment.waitlisted',
        actorId: givers.get(personId) ?? null,
        subject: { type: 'enrollment', id },
        particulars: { offeringId: offering.id, personId },
        occurredAt: now,
      })),
    );
    return admitted;
  }
}

function waitlisted({ id: offeringId, institutionId, editionId }: Offering, personId: string, id: string, now: Date): Enrollment {
  const times = { createdAt: now, startedAt: null, endedAt: null, projectDueAt: null };
  return { id, institutionId, offeringId, editionId, personId, state: 'waitlisted', version: 1, ...times };
}
