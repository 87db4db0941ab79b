import { setTimeout as pause } from 'node:timers/promises';
import type { ReadyLearner } from './copy-learners.js';
import type { DurablePostgres } from './durable-postgres.js';
import { until } from './until.js';

const LOOK_EVERY_MS = 50;

/** Sees when the badge of each learner is there for everybody: when it is committed, which may be long after it says it was issued. */
export class BadgeWatch {
  private readonly seen = new Map<string, Date>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly database: DurablePostgres,
    private readonly learners: readonly ReadyLearner[],
  ) {
    void this.watch();
  }

  /** When the badge was first seen; to within a twentieth of a second while the database answers. */
  seenAt(enrollmentId: string): Date | null {
    return this.seen.get(enrollmentId) ?? null;
  }

  /** Waits until each of these learners has a badge. */
  async awaitBadges(learners: readonly ReadyLearner[]): Promise<void> {
    await until(`${learners.length} badges`, async () => learners.every(({ enrollmentId }) => this.seen.has(enrollmentId)));
  }

  stop(): void {
    this.stopping.abort();
  }

  private async watch(): Promise<void> {
    while (this.seen.size < this.learners.length && !this.stopping.signal.aborted) {
      // The drills take the database away, too; the next look will tell.
      await this.look().catch(() => undefined);
      await pause(LOOK_EVERY_MS);
    }
  }

  private async look(): Promise<void> {
    const waiting = this.learners.map(({ enrollmentId }) => enrollmentId).filter((id) => !this.seen.has(id));
    const rows = await this.database.rows<{ id: string }>(
      'select distinct enrollment_id as id from credential where enrollment_id = any ($1)',
      [waiting],
    );
    for (const { id } of rows) this.seen.set(id, new Date());
  }
}
