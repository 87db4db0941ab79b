import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { EditionStore, type StoredEdition } from '../../catalog/index.js';
import type { Enrollment } from '../data/enrollment.entity.js';
import { EnrollmentsRepository } from '../data/enrollments.repository.js';
import type { Offering } from '../data/offering.entity.js';
import { OfferingsRepository } from '../data/offerings.repository.js';
import { placeOutlook, type PlaceOutlook } from '../domain/admission.js';
import { mayEnroll, mayManageOfferings } from '../policy.js';
import { admissionOf } from './admission-of.js';

/** An offering as somebody meets it who may want a place in it. */
export interface OfferedPlace {
  offering: Offering;
  edition: StoredEdition;
  /** The place that they have already. */
  place: Enrollment | null;
  outlook: PlaceOutlook;
}

@Injectable()
export class ReadAdmission {
  constructor(
    private readonly work: UnitOfWork,
    private readonly offerings: OfferingsRepository,
    private readonly enrollments: EnrollmentsRepository,
    private readonly editions: EditionStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Promises nothing: seats are counted again when the place is asked for. */
  async run(actor: Actor, offeringId: string): Promise<OfferedPlace> {
    return this.work.read(actor, async (tx) => {
      const offering = await this.offerings.find(tx, offeringId);
      if (!offering) throw new Problem(notFound);
      const edition = await this.editions.get(tx, offering.editionId);
      const place = await this.enrollments.findLive(tx, offeringId, actor.personId);
      const counts = await this.enrollments.seatCounts(tx, offeringId);
      const wish = {
        cancelled: offering.cancelledAt !== null,
        mayEnroll: mayEnroll(actor, offering),
        isLearner: actor.roles.has('learner'),
        admission: admissionOf({ isOffice: mayManageOfferings(actor) }, offering),
      };
      return { offering, edition, place, outlook: placeOutlook(wish, counts, this.clock.now()) };
    });
  }
}
