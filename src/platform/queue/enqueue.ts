import { newId } from '../ids.js';
import type { Tx } from '../database/unit-of-work.js';
import type { Job } from './job.js';

export const OUTBOX_CHANNEL = 'cairn_outbox';

export interface EnqueueOptions {
  institutionId: string;
  /** Names the effect: the same key is queued once, ever. */
  dedupeKey: string;
  now: Date;
  availableAt?: Date;
}

/** Puts work into the outbox, in the transaction of the change that causes it. The relay hands it to the queue after commit. */
export async function enqueue<Payload extends object>(
  tx: Tx,
  job: Job<Payload>,
  payload: Payload,
  { institutionId, dedupeKey, now, availableAt = now }: EnqueueOptions,
): Promise<void> {
  await tx.query(
    `insert into outbox (id, institution_id, job, payload, dedupe_key, epoch, created_at, available_at, attempts)
     values ($1, $2, $3, $4, $5, 1, $6, $7, 0) on conflict (dedupe_key) do nothing`,
    [newId(now.getTime()), institutionId, job.name, JSON.stringify(payload), `${job.name}:${dedupeKey}`, now, availableAt],
  );
  await tx.query(`select pg_notify($1, '')`, [OUTBOX_CHANNEL]);
}
