import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { type ActProgress, PlanAct, type WishedAct } from '../../enrollment/index.js';
import { RosterRepository } from '../data/roster.repository.js';
import { riskMoments } from '../domain/learner-risk.js';
import { MOST_IN_ACT, type RosterFilter } from '../domain/roster.js';
import { tooManyPlaces } from '../problems.js';

/** Plans an act on all places of a filter, as it finds them now. Who comes later is not in it. */
@Injectable()
export class PlanEnrollmentAct {
  constructor(
    private readonly work: UnitOfWork,
    private readonly roster: RosterRepository,
    private readonly planAct: PlanAct,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, act: WishedAct, filter: RosterFilter): Promise<{ planned: ActProgress; now: Date }> {
    const now = this.clock.now();
    const planned = await this.work.runOnce(actor, async (tx) => {
      const ids = await this.roster.ids(tx, filter, riskMoments(now), MOST_IN_ACT);
      if (ids.length > MOST_IN_ACT) {
        throw new Problem(tooManyPlaces, {
          detail: `${MOST_IN_ACT} places at a time: choose one offering, or narrower dates.`,
          facts: { most: MOST_IN_ACT },
        });
      }
      return this.planAct.in(tx, actor, act, ids);
    });
    return { planned, now };
  }
}
