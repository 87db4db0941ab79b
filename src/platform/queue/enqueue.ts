import { newId } from '../ids.js';
import { insertion } from '../database/insertion.js';
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

export interface Enqueued<Payload extends object> extends EnqueueOptions {
  payload: Payload;
}

const COLUMNS = {
  id: 'uuid',
  institution_id: 'uuid',
  job: 'text',
  payload: 'jsonb',
  dedupe_key: 'text',
  epoch: 'integer',
  created_at: 'timestamptz',
  available_at: 'timestamptz',
  attempts: 'integer',
};

/** Puts work into the outbox, in the transaction of the change that causes it. The relay hands it to the queue after commit. */
export async function enqueue<Payload extends object>(
  tx: Tx,
  job: Job<Payload>,
  payload: Payload,
  options: EnqueueOptions,
): Promise<void> {
  await enqueueAll(tx, job, [{ ...options, payload }]);
}

/** As `enqueue`, in one statement; some hundreds at once. */
export async function enqueueAll<Payload extends object>(
  tx: Tx,
  job: Job<Payload>,
  work: readonly Enqueued<Payload>[],
): Promise<void> {
  if (work.length === 0) return;
  const { text, values } = insertion(
    'outbox',
    COLUMNS,
    work.map(({ payload, institutionId, dedupeKey, now, availableAt = now }) => [
      newId(now.getTime()),
      institutionId,
      job.name,
      JSON.stringify(payload),
      `${job.name}:${dedupeKey}`,
      1,
      now,
      availableAt,
      0,
    ]),
  );
  const added = `${text} on conflict (dedupe_key) do nothing`;
  await tx.query(`with added as (${added}) select pg_notify('${OUTBOX_CHANNEL}', '')`, values);
}
