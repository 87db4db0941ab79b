import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { system } from '../database/scope.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Handlers } from './handler-catalogue.js';

interface OutboxRow {
  id: string;
  institution_id: string;
  job: string;
  payload: object;
  attempts: number;
}

/** Thrown by a handler when trying again cannot help. The row is set aside at once. */
export class HopelessJob extends Error {}

const SCOPE = system('a delivery names its institution only in its outbox row');
const LONGEST_PAUSE_SECONDS = 600;
// A row that cannot be kept up to date is found by the reconciler, but half a minute later.
const BOOKKEEPING_TRIES = 5;
const BOOKKEEPING_PAUSE_MS = 1_000;

/** Does one delivery: loads the row, runs its handler, marks it done. A failure puts it back with a growing pause, or sets it aside. */
@Injectable()
export class DeliverOutboxRow {
  private readonly logger = new Logger('Worker');

  constructor(private readonly work: UnitOfWork) {}

  async run(outboxId: string, handlers: Handlers, signal: AbortSignal): Promise<void> {
    const row = await this.load(outboxId, signal);
    const entry = row && handlers.get(row.job);
    if (!entry) return;
    try {
      await entry.handler.handle(row.payload, { institutionId: row.institution_id, signal });
    } catch (error) {
      await this.putBack(row, entry.job.attempts, error, signal);
      return;
    }
    await this.keep('update outbox set done_at = now(), last_error = null where id = $1', [row.id], signal);
  }

  private async load(id: string, signal: AbortSignal): Promise<OutboxRow | undefined> {
    const rows = await this.keep<OutboxRow>(
      'select id, institution_id, job, payload, attempts from outbox where id = $1 and done_at is null and dead_at is null',
      [id],
      signal,
    );
    return rows[0];
  }

  private async putBack(row: OutboxRow, attempts: number, error: unknown, signal: AbortSignal): Promise<void> {
    const tried = row.attempts + 1;
    const dead = error instanceof HopelessJob || tried >= attempts;
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    this.logger[dead ? 'error' : 'warn']({
      message: dead ? 'Job set aside' : 'Job will be tried again',
      job: row.job,
      outboxId: row.id,
      tried,
      error: detail,
    });
    await this.keep(
      `update outbox set attempts = $2, last_error = $3, epoch = epoch + 1, dispatched_at = null,
              available_at = now() + make_interval(secs => $4), dead_at = case when $5 then now() end
        where id = $1 and done_at is null`,
      [row.id, tried, detail.slice(0, 2_000), Math.min(2 ** (tried - 1), LONGEST_PAUSE_SECONDS), dead],
      signal,
    );
  }

  /** Reads or writes the row, again when the database was away for a moment; not while the process is being stopped. */
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
