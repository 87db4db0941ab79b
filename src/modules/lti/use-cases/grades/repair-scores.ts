import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { system } from '../../../../platform/database/scope.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { ScoresRepository } from '../../data/scores.repository.js';
import { planSending } from './plan-sending.js';

const SCOPE = system('scores of every institution that nobody sends');
/** Whoever sends has come back by then; what waits is not repaired while it waits. */
const OVERDUE_MS = 60_000;
const BATCH = 500;

/** Plans scores to be sent whose plan was lost, and those that waited for a platform to be in use again. */
@Injectable()
export class RepairScores {
  constructor(
    private readonly work: UnitOfWork,
    private readonly scores: ScoresRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Answers how many. */
  async run(): Promise<number> {
    let repaired = 0;
    for (let some = BATCH; some === BATCH; repaired += some) {
      some = await this.work.run(SCOPE, async (tx) => {
        const now = this.clock.now();
        const overdue = await this.scores.takeOverdue(tx, { now, before: new Date(now.getTime() - OVERDUE_MS), limit: BATCH });
        await planSending(tx, overdue, now);
        return overdue.length;
      });
    }
    return repaired;
  }
}
