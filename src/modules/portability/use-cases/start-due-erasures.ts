import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { enqueue } from '../../../platform/queue/enqueue.js';
import { ErasuresRepository } from '../data/erasures.repository.js';
import { erasePerson } from '../jobs/erase-person.js';

const SCOPE = system('erasures of every institution fall due');
const AT_ONCE = 200;

/** Hands erasures to the worker once the time to change one's mind is over. Those that wait there already are not handed over twice. */
@Injectable()
export class StartDueErasures {
  constructor(
    private readonly work: UnitOfWork,
    private readonly erasures: ErasuresRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Answers how many are due. */
  async run(): Promise<number> {
    const now = this.clock.now();
    return this.work.run(SCOPE, async (tx) => {
      const due = await this.erasures.due(tx, now, AT_ONCE);
      for (const { id, institutionId } of due)
        await enqueue(tx, erasePerson, { erasureId: id }, { institutionId, dedupeKey: id, now });
      return due.length;
    });
  }
}
