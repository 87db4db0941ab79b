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

const WAKE_RELAY = `pg_notify('${OUTBOX_CHANNEL}', '')`;
const FIRST_EPOCH = 1;

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
      dedupeKeyOf(job, dedupeKey),
      FIRST_EPOCH,
      now,
      availableAt,
      0,
    ]),
  );
  const added = `${text} on conflict (dedupe_key) do nothing`;
  await tx.query(`with added as (${added}) select ${WAKE_RELAY}`, values);
}

/**
 * As `enqueueAll`, for rows that the same statement inserts: puts work for each row of its `insert … returning` into the outbox, without
 * sending any of them twice. The rows have `id`, `institution_id` and `created_at`; the work is named by the id, and its payload is
 * `{[idIs]: id}`. Nothing else may have work of this kind for them.
 */
export function thenEnqueue<Field extends string>(insert: string, job: Job<Record<Field, string>>, idIs: Field): string {
  return `
    with fresh as (${insert} returning id, institution_id, created_at), added as (
      insert into outbox (${Object.keys(COLUMNS).join(', ')})
      select id, institution_id, '${job.name}', jsonb_build_object('${idIs}', id), '${dedupeKeyOf(job, '')}' || id, ${FIRST_EPOCH}, created_at, created_at, 0
        from fresh)
    select ${WAKE_RELAY} where exists (select from fresh)`;
}

function dedupeKeyOf({ name }: Job<object>, dedupeKey: string): string {
  return `${name}:${dedupeKey}`;
}
