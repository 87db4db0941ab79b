import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../clock.js';
import { type Scope, system } from '../database/scope.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { recordEvent } from '../events/record-event.js';
import { OUTBOX_CHANNEL } from './enqueue.js';

const ALL = system('the operator looks after the work of every institution');

/** Work that was set aside: its tries are used up, or trying again cannot help. */
export interface DeadLetter {
  id: string;
  institutionId: string;
  job: string;
  attempts: number;
  deadAt: Date;
  lastError: string;
}

/** What the operator sees of work that was set aside, and how it is given another chance. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Of the scope; the newest first. */
  async list(limit = 200, after: { at: Date; id: string } | null = null, scope: Scope = ALL): Promise<DeadLetter[]> {
    return this.work.run(scope, (tx) =>
      tx.query<DeadLetter>(
        `select id, institution_id as "institutionId", job, attempts, dead_at as "deadAt", coalesce(last_error, '') as "lastError"
           from outbox
          where dead_at is not null and done_at is null and ($2::timestamptz is null or (date_trunc('milliseconds', dead_at), id) < ($2, $3::uuid))
          order by date_trunc('milliseconds', dead_at) desc, id desc limit $1`,
        [limit, after?.at ?? null, after?.id ?? null],
      ),
    );
  }

  /** Sends it again, with all its tries. False: the scope has no such work that is set aside. */
  async redrive(id: string, actorId: string | null = null, scope: Scope = ALL): Promise<boolean> {
    return this.work.run(scope, async (tx) => {
      const [row] = await tx.query<{ institutionId: string; job: string }>(
        `update outbox set dead_at = null, attempts = 0, epoch = epoch + 1, dispatched_at = null, available_at = $2
          where id = $1 and dead_at is not null and done_at is null
         returning institution_id as "institutionId", job`,
        [id, this.clock.now()],
      );
      if (!row) return false;
      await recordEvent(tx, {
        institutionId: row.institutionId,
        type: 'outbox.redriven',
        actorId,
        subject: { type: 'outbox', id },
        particulars: { job: row.job },
        occurredAt: this.clock.now(),
      });
      await tx.query(`select pg_notify($1, '')`, [OUTBOX_CHANNEL]);
      return true;
    });
  }
}
