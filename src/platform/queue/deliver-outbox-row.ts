import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { system } from '../database/scope.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { OUTBOX_CHANNEL } from './enqueue.js';
import { groupBy } from './group-by.js';
import type { Handler, Handlers } from './handler-catalogue.js';
import type { Outcome } from './job.js';

interface OutboxRow {
  id: string;
  institution_id: string;
  job: string;
  payload: object;
  attempts: number;
}

interface Failure {
  row: OutboxRow;
  error: Error;
}

/** Thrown by a handler when trying again cannot help. The row is set aside at once. */
export class HopelessJob extends Error {}

const SCOPE = system('a delivery names its institution only in its outbox rows');
const LONGEST_PAUSE_SECONDS = 600;
// A row that cannot be kept up to date is found by the reconciler, but half a minute later.
const BOOKKEEPING_TRIES = 5;
const BOOKKEEPING_PAUSE_MS = 1_000;

/**
 * Does one delivery: loads its rows, runs their handler, marks them done. A row that failed goes back with a growing pause, or is
 * set aside; the others of its chunk are done all the same.
 */
@Injectable()
export class DeliverOutboxRow {
  private readonly logger = new Logger('Worker');

  constructor(private readonly work: UnitOfWork) {}

  async run(outboxIds: readonly string[], handlers: Handlers, signal: AbortSignal): Promise<void> {
    const rows = await this.load(outboxIds, signal);
    // The relay mixes neither; what a handler does for one institution must never reach the rows of another.
    for (const group of groupBy(rows, ({ job, institution_id: institution }) => `${job} ${institution}`).values()) {
      const handler = handlers.get(group[0]?.job ?? '');
      if (handler) await this.deliver(group, handler, signal);
    }
  }

  private async deliver(rows: OutboxRow[], handler: Handler, signal: AbortSignal): Promise<void> {
    const outcomes = await outcomesOf(rows, handler, signal);
    const failures: Failure[] = [];
    const done: string[] = [];
    for (const [index, row] of rows.entries()) {
      const error = outcomes[index];
      if (error) failures.push({ row, error });
      else done.push(row.id);
    }
    if (failures.length > 0) await this.putBack(failures, handler.job.attempts, signal);
    if (done.length === 0) return;
    // The end of a chunk lets the relay hand over the next one.
    const markDone = 'update outbox set done_at = now(), last_error = null where id = any($1)';
    if (handler.job.inChunks)
      await this.keep(`with done as (${markDone}) select pg_notify($2, '')`, [done, OUTBOX_CHANNEL], signal);
    else await this.keep(markDone, [done], signal);
  }

  private async load(ids: readonly string[], signal: AbortSignal): Promise<OutboxRow[]> {
    return this.keep<OutboxRow>(
      `select id, institution_id, job, payload, attempts from outbox
        where id = any($1) and done_at is null and dead_at is null order by created_at, id`,
      [ids],
      signal,
    );
  }

  private async putBack(failures: Failure[], attempts: number, signal: AbortSignal): Promise<void> {
    const changes = failures.map(({ row, error }) => {
      const tried = row.attempts + 1;
      const dead = error instanceof HopelessJob || tried >= attempts;
      const detail = `${error.name}: ${error.message}`;
      this.logger[dead ? 'error' : 'warn']({
        message: dead ? 'Job set aside' : 'Job will be tried again',
        job: row.job,
        outboxId: row.id,
        tried,
        error: detail,
      });
      const seconds = Math.min(2 ** (tried - 1), LONGEST_PAUSE_SECONDS);
      return { id: row.id, tried, detail: detail.slice(0, 2_000), seconds, dead };
    });
    await this.keep(
      `update outbox set attempts = failed.tried, last_error = failed.detail, epoch = epoch + 1, dispatched_at = null,
              available_at = now() + make_interval(secs => failed.seconds), dead_at = case when failed.dead then now() end
         from unnest($1::uuid[], $2::int[], $3::text[], $4::int[], $5::bool[]) as failed (id, tried, detail, seconds, dead)
        where outbox.id = failed.id and done_at is null`,
      [
        changes.map(({ id }) => id),
        changes.map(({ tried }) => tried),
        changes.map(({ detail }) => detail),
        changes.map(({ seconds }) => seconds),
        changes.map(({ dead }) => dead),
      ],
      signal,
    );
  }

  /** Reads or writes the rows, again when the database was away for a moment; not while the process is being stopped. */
  private async keep<Row>(sql: string, parameters: unknown[], signal: AbortSignal): Promise<Row[]> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.work.run(SCOPE, (tx) => tx.query<Row>(sql, parameters));
      } catch (error) {
        if (tries === BOOKKEEPING_TRIES || signal.aborted) throw error;
        await pause(BOOKKEEPING_PAUSE_MS);
      }
    }
  }
}

/** What the handler throws is what kept each row from being done. */
async function outcomesOf(rows: OutboxRow[], handler: Handler, signal: AbortSignal): Promise<Outcome[]> {
  try {
    const context = { institutionId: rows[0]?.institution_id ?? '', signal };
    return await handler.run(
      rows.map(({ payload }) => payload),
      context,
    );
  } catch (error) {
    const fault = error instanceof Error ? error : new Error(String(error));
    return rows.map(() => fault);
  }
}
