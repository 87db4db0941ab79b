import { Injectable } from '@nestjs/common';
import { insertion } from '../../../platform/database/insertion.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Cursor } from '../../../platform/http/paging.js';
import type { ToldEvent } from '../domain/message.js';

export type DeadBecause = 'tries_used_up' | 'gone' | 'endpoint_disabled';

/** One message to one endpoint. Exactly one of `nextAttemptAt`, `deliveredAt` and `deadAt` is there. */
export interface WebhookDelivery {
  id: string;
  institutionId: string;
  endpointId: string;
  eventId: string;
  type: string;
  webhookId: string;
  body: string;
  createdAt: Date;
  /** Ever. */
  attempts: number;
  /** Since it was last begun anew. */
  tries: number;
  round: number;
  nextAttemptAt: Date | null;
  lastStatus: number | null;
  lastFailure: string | null;
  deliveredAt: Date | null;
  deadAt: Date | null;
  deadBecause: DeadBecause | null;
}

export interface WebhookAttempt {
  deliveryId: string;
  number: number;
  at: Date;
  webhookId: string;
  bodySha256: string;
  status: number | null;
  failure: string | null;
  milliseconds: number;
}

export const DELIVERY_STATES = ['waiting', 'delivered', 'dead'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

const IN_STATE: Record<DeliveryState, string> = {
  waiting: 'd.next_attempt_at is not null',
  delivered: 'd.delivered_at is not null',
  dead: 'd.dead_at is not null',
};

const COLUMNS = `d.id, d.institution_id as "institutionId", d.endpoint_id as "endpointId", d.event_id as "eventId", d.type,
  d.webhook_id as "webhookId", d.body, d.created_at as "createdAt", d.attempts, d.tries, d.round,
  d.next_attempt_at as "nextAttemptAt", d.last_status as "lastStatus", d.last_failure as "lastFailure",
  d.delivered_at as "deliveredAt", d.dead_at as "deadAt", d.dead_because as "deadBecause"`;

const INSERTED = {
  id: 'uuid',
  institution_id: 'uuid',
  endpoint_id: 'uuid',
  event_id: 'uuid',
  type: 'text',
  webhook_id: 'text',
  body: 'text',
  created_at: 'timestamptz',
  attempts: 'integer',
  tries: 'integer',
  round: 'integer',
  next_attempt_at: 'timestamptz',
};

@Injectable()
export class WebhookDeliveriesRepository {
  async events(tx: Tx, ids: readonly string[]): Promise<(Omit<ToldEvent, 'type'> & { type: string })[]> {
    return tx.query(
      `select id, institution_id as "institutionId", type, subject_type as "subjectType", subject_id as "subjectId", particulars,
              occurred_at as "occurredAt" from event where id = any($1)`,
      [ids],
    );
  }

  /** Answers those that were not there yet: an endpoint has each event once. */
  async addMissing(tx: Tx, deliveries: readonly WebhookDelivery[]): Promise<WebhookDelivery[]> {
    if (deliveries.length === 0) return [];
    const { text, values } = insertion(
      'webhook_delivery',
      INSERTED,
      deliveries.map((one) => [
        one.id,
        one.institutionId,
        one.endpointId,
        one.eventId,
        one.type,
        one.webhookId,
        one.body,
        one.createdAt,
        one.attempts,
        one.tries,
        one.round,
        one.nextAttemptAt,
      ]),
    );
    const added = await tx.query<{ id: string }>(
      `${text} on conflict on constraint webhook_delivery_once do nothing returning id`,
      values,
    );
    const fresh = new Set(added.map(({ id }) => id));
    return deliveries.filter(({ id }) => fresh.has(id));
  }

  async find(tx: Tx, id: string): Promise<WebhookDelivery | null> {
    const [delivery] = await tx.query<WebhookDelivery>(`select ${COLUMNS} from webhook_delivery d where d.id = $1`, [id]);
    return delivery ?? null;
  }

  async findLocked(tx: Tx, id: string): Promise<WebhookDelivery | null> {
    const [delivery] = await tx.query<WebhookDelivery>(`select ${COLUMNS} from webhook_delivery d where d.id = $1 for update`, [
      id,
    ]);
    return delivery ?? null;
  }

  /** The newest first, one more than `limit`. */
  async list(
    tx: Tx,
    endpointId: string,
    { state, after, limit }: { state: DeliveryState | undefined; after: Cursor | null; limit: number },
  ): Promise<WebhookDelivery[]> {
    return tx.query<WebhookDelivery>(
      `select ${COLUMNS} from webhook_delivery d
        where d.endpoint_id = $1 and ${state ? IN_STATE[state] : 'true'}
          and ($2::timestamptz is null or (d.created_at, d.id) < ($2, $3::uuid))
        order by d.created_at desc, d.id desc limit $4`,
      [endpointId, after?.at ?? null, after?.id ?? null, limit + 1],
    );
  }

  /** Those that were given up at `since` or later, locked; the oldest first. */
  async deadSince(tx: Tx, endpointId: string, since: Date, limit: number): Promise<WebhookDelivery[]> {
    return tx.query<WebhookDelivery>(
      `select ${COLUMNS} from webhook_delivery d where d.endpoint_id = $1 and d.dead_at >= $2
        order by d.created_at, d.id limit $3 for update`,
      [endpointId, since, limit],
    );
  }

  /** How many wait at the endpoint; not beyond `most`. */
  async countWaiting(tx: Tx, endpointId: string, most: number): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `select count(*)::int as count from (
         select from webhook_delivery where endpoint_id = $1 and next_attempt_at is not null limit $2) as waiting`,
      [endpointId, most],
    );
    return row?.count ?? 0;
  }

  async save(tx: Tx, one: WebhookDelivery): Promise<void> {
    await tx.query(
      `update webhook_delivery set attempts = $2, tries = $3, round = $4, next_attempt_at = $5, last_status = $6, last_failure = $7,
              delivered_at = $8, dead_at = $9, dead_because = $10 where id = $1`,
      [
        one.id,
        one.attempts,
        one.tries,
        one.round,
        one.nextAttemptAt,
        one.lastStatus,
        one.lastFailure,
        one.deliveredAt,
        one.deadAt,
        one.deadBecause,
      ],
    );
  }

  async addAttempt(tx: Tx, attempt: WebhookAttempt): Promise<void> {
    await tx.query(
      `insert into webhook_attempt (delivery_id, number, institution_id, at, webhook_id, body_sha256, status, failure, milliseconds)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        attempt.deliveryId,
        attempt.number,
        tx.institutionId,
        attempt.at,
        attempt.webhookId,
        attempt.bodySha256,
        attempt.status,
        attempt.failure,
        attempt.milliseconds,
      ],
    );
  }

  /** The newest first. */
  async attempts(tx: Tx, deliveryId: string, limit: number): Promise<WebhookAttempt[]> {
    return tx.query<WebhookAttempt>(
      `select delivery_id as "deliveryId", number, at, webhook_id as "webhookId", body_sha256 as "bodySha256", status, failure,
              milliseconds from webhook_attempt where delivery_id = $1 order by number desc limit $2`,
      [deliveryId, limit],
    );
  }

  /** Settled ones that came before, some at a time; answers how many. */
  async forgetBefore(tx: Tx, before: Date, limit: number): Promise<number> {
    const forgotten = await tx.query(
      `delete from webhook_delivery where id in (
         select id from webhook_delivery where created_at < $1 and next_attempt_at is null order by created_at limit $2) returning id`,
      [before, limit],
    );
    return forgotten.length;
  }
}
