import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { system } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { LtiContext } from '../../data/contexts.repository.js';
import type { Registration } from '../../data/registrations.repository.js';
import { RostersRepository } from '../../data/rosters.repository.js';
import { planReading } from './plan-reading.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A course that nobody has opened for so long is over, or does without us. */
const USED_WITHIN_MS = 30 * DAY_MS;
const SCOPE = system('courses of every institution whose rosters are due');
const BATCH = 200;

/** Asks for rosters to be read: after a launch, and day by day while a course is in use. */
@Injectable()
export class AskForRoster {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rosters: RostersRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the launch's transaction. Once an hour: a whole course may come at once. */
  async atLaunch(tx: Tx, { settings }: Registration, { id, membershipsUrl }: LtiContext): Promise<void> {
    if (!settings.syncRosters || membershipsUrl === null) return;
    const now = this.clock.now();
    const asked = await this.rosters.askUnlessAsked(tx, id, now, new Date(now.getTime() - HOUR_MS));
    await planReading(tx, asked, now);
  }

  /** Answers how many. */
  async run(): Promise<number> {
    let asked = 0;
    for (let some = BATCH; some === BATCH; asked += some) {
      some = await this.work.run(SCOPE, async (tx) => {
        const now = this.clock.now();
        const [notSince, usedSince] = [new Date(now.getTime() - DAY_MS), new Date(now.getTime() - USED_WITHIN_MS)];
        const due = await this.rosters.askDue(tx, { now, notSince, usedSince, limit: BATCH });
        await planReading(tx, due, now);
        return due.length;
      });
    }
    return asked;
  }
}
