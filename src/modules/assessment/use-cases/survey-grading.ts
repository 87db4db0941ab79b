import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { GradingWorkRepository, type OfferingWork } from '../data/grading-work.repository.js';

/** What there is to grade for an assessor, and who is at it. */
@Injectable()
export class SurveyGrading {
  constructor(
    private readonly work: UnitOfWork,
    private readonly gradingWork: GradingWorkRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The actor's offerings: where work waits longest first, then those without any, newest first. */
  async run(actor: Actor): Promise<OfferingWork[]> {
    const works = await this.work.read(actor, (tx) => this.gradingWork.assessedBy(tx, actor.personId, this.clock.now()));
    return works.toSorted((one, other) => waitsSince(one) - waitsSince(other));
  }
}

function waitsSince({ oldestAt }: OfferingWork): number {
  return oldestAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
}
