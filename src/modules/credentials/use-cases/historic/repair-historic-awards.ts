import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { system } from '../../../../platform/database/scope.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { enqueueAll } from '../../../../platform/queue/enqueue.js';
import { HistoricAwardsRepository } from '../../data/historic-awards.repository.js';
import { awardHistoric } from '../../jobs/award-historic.js';

const SCOPE = system('awards from before Cairn of every institution are looked after');
const PATIENCE_MS = 20_000;
const MOST_AT_ONCE = 500;

/** Finds rows of confirmed files that nothing became of, and awards whose credential was planned and not stored. */
@Injectable()
export class RepairHistoricAwards {
  constructor(
    private readonly work: UnitOfWork,
    private readonly awards: HistoricAwardsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Returns how many repairs were queued. Running it twice changes nothing more. */
  async run(): Promise<number> {
    return this.work.run(SCOPE, async (tx) => {
      const now = this.clock.now();
      const before = new Date(now.getTime() - PATIENCE_MS);
      const again = (id: string) => `${id}:repair:${now.toISOString()}`;
      const rows = await this.awards.unanswered(tx, before, MOST_AT_ONCE);
      const awards = await this.awards.unstored(tx, before, MOST_AT_ONCE);
      await enqueueAll(tx, awardHistoric, [
        ...rows.map(({ institutionId, rowId }) => ({ institutionId, payload: { rowId }, dedupeKey: again(rowId), now })),
        ...awards.map(({ institutionId, awardId }) => ({ institutionId, payload: { awardId }, dedupeKey: again(awardId), now })),
      ]);
      return rows.length + awards.length;
    });
  }
}
