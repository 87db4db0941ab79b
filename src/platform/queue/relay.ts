import { Inject, Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { DATABASE, type DatabaseConnections } from '../database/connections.js';
import { system } from '../database/scope.js';
import { UnitOfWork, type Tx } from '../database/unit-of-work.js';
import { NoticeListener } from '../database/notice-listener.js';
import { OUTBOX_CHANNEL } from './enqueue.js';
import { definedJobs, type QueueName } from './job.js';
import { Queues } from './queues.js';

const POLL_MS = 1_000;
const BATCH = 200;

interface PendingRow {
  id: string;
  job: string;
  epoch: number;
}

/** Moves committed outbox rows to the queue, at least once. Woken by NOTIFY, and by a clock for what a lost notice left. */
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
    try {
      while (
        !this.stopped &&
        (await this.work.run(system('the relay serves every institution'), (tx) => this.dispatch(tx))) === BATCH
      );
      await this.work.run(system('the relay serves every institution'), (tx) => this.wakeForNext(tx));
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

  private async dispatch(tx: Tx): Promise<number> {
    const queueOf = new Map(definedJobs().map(({ name, queue }) => [name, queue]));
    // Work of a version that is not here waits for a process that knows it, and does not stand in the way of other work.
    const rows = await tx.query<PendingRow>(
      `select id, job, epoch from outbox
        where dispatched_at is null and done_at is null and dead_at is null and available_at <= now() and job = any($2)
        order by available_at limit $1 for update skip locked`,
      [BATCH, [...queueOf.keys()]],
    );
    for (const [queue, members] of groupBy(rows, (row) => queueOf.get(row.job))) {
      if (queue) await this.queues.deliver(queue, members);
    }
    if (rows.length > 0) await tx.query('update outbox set dispatched_at = now() where id = any($1)', [rows.map(({ id }) => id)]);
    return rows.length;
  }
}

function groupBy<Item>(items: Item[], key: (item: Item) => QueueName | undefined): Map<QueueName | undefined, Item[]> {
  const groups = new Map<QueueName | undefined, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
