import { Inject, Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { DATABASE, type DatabaseConnections } from '../database/connections.js';
import { system } from '../database/scope.js';
import { UnitOfWork, type Tx } from '../database/unit-of-work.js';
import { NoticeListener } from '../database/notice-listener.js';
import { newId } from '../ids.js';
import { deliveryOf } from './delivery-of.js';
import { OUTBOX_CHANNEL } from './enqueue.js';
import { groupBy } from './group-by.js';
import { definedJobs, type Job, MOST_IN_CHUNK } from './job.js';
import { Queues } from './queues.js';

const SCOPE = system('the relay serves every institution');
const POLL_MS = 1_000;
const BATCH = 200;
// Enough to keep the workers of an institution busy. What comes while so many chunks are in flight waits for the next one.
export const MOST_CHUNKS_IN_FLIGHT = 4;

interface PendingRow {
  id: string;
  institutionId: string;
  job: string;
  epoch: number;
}

interface HandedRow extends PendingRow {
  chunkId: string | null;
}

/**
 * Moves committed outbox rows to the queue, at least once. Woken by NOTIFY, and by a clock for what a lost notice left.
 * Rows of chunked jobs go together, as many as are pending for an institution: one that is alone goes at once, without a
 * timer, and a backlog goes in chunks, because while some are in flight the next chunk fills.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Relay');
  private readonly listener: NoticeListener;
  private poll: NodeJS.Timeout | undefined;
  private next: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(
    @Inject(DATABASE) connections: DatabaseConnections,
    private readonly work: UnitOfWork,
    private readonly queues: Queues,
  ) {
    this.listener = new NoticeListener(connections.applicationUrl, OUTBOX_CHANNEL, () => this.wake());
  }

  async onApplicationBootstrap(): Promise<void> {
    this.poll = setInterval(() => this.wake(), POLL_MS);
    await this.listener.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.poll);
    clearTimeout(this.next);
    await this.listener.stop();
    await this.running;
  }

  /** Hands over what is due; while a round runs, one more is remembered. */
  wake(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.drain().finally(() => {
      this.running = undefined;
      if (this.again) {
        this.again = false;
        this.wake();
      }
    });
  }

  private async drain(): Promise<void> {
    const [chunked, single] = [
      definedJobs().filter(({ inChunks }) => inChunks),
      definedJobs().filter(({ inChunks }) => !inChunks),
    ];
    try {
      await this.drainOf(chunked, MOST_IN_CHUNK);
      await this.drainOf(single, BATCH);
      await this.work.run(SCOPE, (tx) => this.wakeForNext(tx));
    } catch (error) {
      this.logger.warn({ message: 'Outbox rows stay where they are: the queue or the database is away', error: String(error) });
    }
  }

  /** What is due before the next poll is not left to it: a wait of a second is asked for where a second matters. */
  private async wakeForNext(tx: Tx): Promise<void> {
    const [due] = await tx.query<{ milliseconds: number | null }>(
      `select extract(epoch from min(available_at) - now())::float8 * 1000 as milliseconds from outbox
        where dispatched_at is null and done_at is null and dead_at is null
          and available_at > now() and available_at < now() + make_interval(secs => $1::float8 / 1000)`,
      [POLL_MS],
    );
    clearTimeout(this.next);
    if (this.stopped || typeof due?.milliseconds !== 'number') return;
    this.next = setTimeout(() => this.wake(), Math.ceil(due.milliseconds));
  }

  private async drainOf(jobs: Job<object>[], most: number): Promise<void> {
    while (!this.stopped && (await this.work.run(SCOPE, (tx) => this.dispatch(tx, jobs, most))) === most);
  }

  private async dispatch(tx: Tx, jobs: Job<object>[], most: number): Promise<number> {
    const rows = await tx.query<PendingRow>(PENDING, [most, jobs.map(({ name }) => name), MOST_CHUNKS_IN_FLIGHT]);
    if (rows.length === 0) return 0;
    const handed = jobs.flatMap((job) =>
      inChunks(
        job,
        rows.filter((row) => row.job === job.name),
      ),
    );
    const queueOf = new Map(jobs.map(({ name, queue }) => [name, queue]));
    for (const [queue, members] of groupBy(handed, ({ job }) => queueOf.get(job))) {
      if (!queue) continue;
      const deliveries = [...groupBy(members, deliveryOf)].map(([id, together]) => ({
        id,
        job: together[0]?.job ?? '',
        outboxIds: together.map((row) => row.id),
      }));
      await this.queues.deliver(queue, deliveries);
    }
    await tx.query(
      `update outbox set dispatched_at = now(), chunk_id = handed.chunk_id
         from unnest($1::uuid[], $2::uuid[]) as handed (id, chunk_id) where outbox.id = handed.id`,
      [handed.map(({ id }) => id), handed.map(({ chunkId }) => chunkId)],
    );
    return rows.length;
  }
}

// Work of a version that is not here waits for a process that knows it, and does not stand in the way of other work.
const PENDING = `
  with busy as (
    select job, institution_id from outbox
     where chunk_id is not null and dispatched_at is not null and done_at is null and dead_at is null
     group by job, institution_id having count(distinct chunk_id) >= $3
  )
  select id, institution_id as "institutionId", job, epoch from outbox
   where dispatched_at is null and done_at is null and dead_at is null and available_at <= now() and job = any($2)
     and not exists (select from busy where busy.job = outbox.job and busy.institution_id = outbox.institution_id)
   order by available_at limit $1 for update of outbox skip locked`;

/**
 * A chunk has a new name each time: were it named after one of its rows, a delivery whose rows changed because an earlier
 * hand-over was not committed would count as known.
 */
function inChunks(job: Job<object>, rows: PendingRow[]): HandedRow[] {
  if (!job.inChunks) return rows.map((row) => ({ ...row, chunkId: null }));
  return [...groupBy(rows, ({ institutionId }) => institutionId).values()].flatMap((together) => {
    const chunkId = newId();
    return together.map((row) => ({ ...row, chunkId }));
  });
}
