import { Injectable } from '@nestjs/common';
import { system } from '../database/scope.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { deliveryOf } from './delivery-of.js';
import { groupBy } from './group-by.js';
import { definedJobs } from './job.js';
import { Queues } from './queues.js';

const SCOPE = system('lost deliveries of every institution are looked for');
const OVERDUE_SECONDS = 15;
const MOST_AT_ONCE = 500;

/** Finds rows that were handed to the queue and that it no longer knows (flushed, restarted without its data), and sends them again. */
@Injectable()
export class ReconcileOutbox {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queues: Queues,
  ) {}

  /** Returns how many rows were sent again. A mere backlog is left alone. */
  async run(): Promise<number> {
    const queueOf = new Map(definedJobs().map(({ name, queue }) => [name, queue]));
    const overdue = await this.work.run(SCOPE, (tx) =>
      tx.query<{ id: string; job: string; epoch: number; chunkId: string | null }>(
        `select id, job, epoch, chunk_id as "chunkId" from outbox
          where dispatched_at < now() - make_interval(secs => $1) and done_at is null and dead_at is null
          order by dispatched_at limit $2`,
        [OVERDUE_SECONDS, MOST_AT_ONCE],
      ),
    );
    let lost = 0;
    for (const [delivery, rows] of groupBy(overdue, deliveryOf)) {
      const queue = queueOf.get(rows[0]?.job ?? '');
      if (!queue || (await this.queues.knows(queue, delivery))) continue;
      const sent = await this.work.run(SCOPE, (tx) =>
        tx.query(
          `update outbox set epoch = outbox.epoch + 1, dispatched_at = null
             from unnest($1::uuid[], $2::int[]) as lost (id, epoch)
            where outbox.id = lost.id and outbox.epoch = lost.epoch and done_at is null and dead_at is null
           returning outbox.id`,
          [rows.map(({ id }) => id), rows.map(({ epoch }) => epoch)],
        ),
      );
      lost += sent.length;
    }
    return lost;
  }
}
