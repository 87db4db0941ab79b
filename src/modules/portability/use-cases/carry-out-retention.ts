import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import { RetentionRepository } from '../data/retention.repository.js';
import { limitOf, RETAINED, type Retained, settled } from '../domain/retention.js';

const SCOPE = system('every institution has its own times');
/** Less than a day, so that a run which begins a little earlier than yesterday's is not left out. */
const ONCE_IN_MS = 23 * 3_600_000;

/** Removes what was kept long enough, once a day for each institution, whatever process looks. Each run is an event with what went. */
@Injectable()
export class CarryOutRetention {
  constructor(
    private readonly work: UnitOfWork,
    private readonly retention: RetentionRepository,
    private readonly files: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Answers how many institutions it was done for. */
  async run(): Promise<number> {
    const since = new Date(this.clock.now().getTime() - ONCE_IN_MS);
    const due = await this.work.run(SCOPE, (tx) => this.retention.institutionsDue(tx, since));
    for (const institutionId of due) await this.of(institutionId);
    return due.length;
  }

  private async of(institutionId: string): Promise<void> {
    const { days } = await this.work.run({ institutionId }, (tx) => this.retention.setting(tx, institutionId));
    const chosen = settled(days);
    const removed = {} as Record<Retained, number>;
    for (const kind of RETAINED) removed[kind] = await this.remove(institutionId, kind, chosen[kind]);
    await this.work.run({ institutionId }, (tx) =>
      recordEvent(tx, {
        institutionId,
        type: 'retention.carried_out',
        actorId: null,
        subject: { type: 'institution', id: institutionId },
        particulars: { removed },
        occurredAt: this.clock.now(),
      }),
    );
  }

  private async remove(institutionId: string, kind: Retained, days: number | null): Promise<number> {
    const before = limitOf(days, this.clock.now());
    if (before === null) return 0;
    for (let count = 0; ;) {
      const { removed, more, files } = await this.work.run({ institutionId }, (tx) => this.retention.remove(tx, kind, before));
      for (const file of files) await this.files.discard(file);
      count += removed;
      if (!more) return count;
    }
  }
}
