import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { EnrollmentsRepository } from '../data/enrollments.repository.js';
import { OfferingsRepository } from '../data/offerings.repository.js';
import { enrollScreen, learnerScreen, officeScreen, type Shown, staffScreen } from '../domain/screens.js';
import { isOffice, maySeeLearners } from '../policy.js';

/** Where somebody belongs who comes to an offering by a link that stands elsewhere: their place first, whatever else they are. */
@Injectable()
export class FindWayIn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly offerings: OfferingsRepository,
    private readonly enrollments: EnrollmentsRepository,
  ) {}

  /** A path of the web application. Changes nothing: a link in a page of another site must not enrol who is led to it. */
  async run(actor: Actor, offeringId: string, shown: Shown): Promise<string> {
    return this.work.read(actor, async (tx) => {
      const place = await this.enrollments.findLive(tx, offeringId, actor.personId);
      if (place?.state === 'active' || place?.state === 'completed') return learnerScreen(shown, place.id);
      if (!(await this.offerings.find(tx, offeringId))) throw new Problem(notFound);
      if (isOffice(actor)) return officeScreen(offeringId);
      const isStaff = await this.offerings.isStaff(tx, offeringId, actor.personId);
      return maySeeLearners(actor, isStaff) ? staffScreen(offeringId) : enrollScreen(offeringId);
    });
  }
}
