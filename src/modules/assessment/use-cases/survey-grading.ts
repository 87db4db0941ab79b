import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { EnrollmentDirectory, type Offering } from '../../enrollment/index.js';
import { PeopleDirectory } from '../../people/index.js';
import { GradingWorkRepository, type WorkCount } from '../data/grading-work.repository.js';

export interface OfferingWork extends Omit<WorkCount, 'offeringId'> {
  offering: Offering;
  claims: { assessorId: string; name: string; attempts: number }[];
}

/** What there is to grade for an assessor, and who is at it. */
@Injectable()
export class SurveyGrading {
  constructor(
    private readonly work: UnitOfWork,
    private readonly enrollments: EnrollmentDirectory,
    private readonly people: PeopleDirectory,
    private readonly gradingWork: GradingWorkRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The actor's offerings: where work waits longest first, then those without any, newest first. */
  async run(actor: Actor): Promise<OfferingWork[]> {
    return this.work.run(actor, async (tx) => {
      const offerings = await this.enrollments.assessedBy(tx, actor.personId);
      const ids = offerings.map(({ id }) => id);
      const counts = await this.gradingWork.counts(tx, ids);
      const claims = await this.gradingWork.claims(tx, ids, this.clock.now());
      const people = await this.people.findMany(
        tx,
        claims.map(({ assessorId }) => assessorId),
      );
      const names = new Map(people.map(({ id, name }) => [id, name]));
      return offerings
        .map((offering) => {
          const { waiting = 0, decided = 0, oldestAt = null } = counts.find(({ offeringId }) => offeringId === offering.id) ?? {};
          const own = claims.filter(({ offeringId }) => offeringId === offering.id);
          const named = own.map(({ assessorId, attempts }) => ({ assessorId, attempts, name: names.get(assessorId) ?? '' }));
          return { offering, waiting, decided, oldestAt, claims: named };
        })
        .toSorted((one, other) => waitsSince(one) - waitsSince(other));
    });
  }
}

function waitsSince({ oldestAt }: OfferingWork): number {
  return oldestAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
}
