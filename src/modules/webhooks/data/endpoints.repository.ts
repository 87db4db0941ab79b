import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Reader } from '../../../platform/letters/letter-desk.js';

export type DisabledBecause = 'by_hand' | 'gone' | 'failing';

export interface WebhookEndpoint {
  id: string;
  institutionId: string;
  url: string;
  description: string;
  eventTypes: string[];
  version: number;
  createdAt: Date;
  disabledAt: Date | null;
  disabledBecause: DisabledBecause | null;
  failingSince: Date | null;
  notBefore: Date | null;
  lastSuccessAt: Date | null;
  lastMilliseconds: number | null;
}

export interface SealedSecret {
  id: string;
  endpointId: string;
  sealed: Buffer;
  createdAt: Date;
  /** `null`: until it is replaced. */
  expiresAt: Date | null;
}

/** An endpoint with how its messages fare and until when its secrets hold. */
export interface EndpointSummary extends WebhookEndpoint {
  waiting: number;
  dead: number;
  secrets: { createdAt: string; expiresAt: string | null }[];
}

const COLUMNS = `e.id, e.institution_id as "institutionId", e.url, e.description, e.event_types as "eventTypes", e.version,
  e.created_at as "createdAt", e.disabled_at as "disabledAt", e.disabled_because as "disabledBecause",
  e.failing_since as "failingSince", e.not_before as "notBefore", e.last_success_at as "lastSuccessAt",
  e.last_milliseconds as "lastMilliseconds"`;

type Administrator = Reader & { email: string };

@Injectable()
export class WebhookEndpointsRepository {
  /** The oldest first. A rest that is over is not told. */
  async list(tx: Tx, now: Date): Promise<EndpointSummary[]> {
    return tx.query<EndpointSummary>(
      `select ${COLUMNS}, case when e.not_before > $2 then e.not_before end as "notBefore",
              (select count(*)::int from webhook_delivery d where d.endpoint_id = e.id and d.next_attempt_at is not null) as waiting,
              (select count(*)::int from webhook_delivery d where d.endpoint_id = e.id and d.dead_at is not null) as dead,
              (select coalesce(jsonb_agg(jsonb_build_object('createdAt', s.created_at, 'expiresAt', s.expires_at) order by s.created_at desc), '[]')
                 from webhook_secret s where s.endpoint_id = e.id and (s.expires_at is null or s.expires_at > $2)) as secrets
         from webhook_endpoint e where e.institution_id = $1 order by e.created_at, e.id`,
      [tx.institutionId, now],
    );
  }

  async count(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ count: number }>('select count(*)::int as count from webhook_endpoint');
    return row?.count ?? 0;
  }

  /** Two that are added at once do not both see the last free place. */
  async lockAll(tx: Tx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('webhook-endpoints ' || $1, 0))`, [tx.institutionId]);
  }

  async find(tx: Tx, id: string): Promise<WebhookEndpoint | null> {
    const [endpoint] = await tx.query<WebhookEndpoint>(`select ${COLUMNS} from webhook_endpoint e where e.id = $1`, [id]);
    return endpoint ?? null;
  }

  async findLocked(tx: Tx, id: string): Promise<WebhookEndpoint | null> {
    const [endpoint] = await tx.query<WebhookEndpoint>(`select ${COLUMNS} from webhook_endpoint e where e.id = $1 for update`, [
      id,
    ]);
    return endpoint ?? null;
  }

  async findMany(tx: Tx, ids: readonly string[]): Promise<WebhookEndpoint[]> {
    return tx.query<WebhookEndpoint>(`select ${COLUMNS} from webhook_endpoint e where e.id = any($1) for key share`, [ids]);
  }

  async save(tx: Tx, endpoint: WebhookEndpoint): Promise<void> {
    await tx.query(
      `insert into webhook_endpoint (id, institution_id, url, description, event_types, version, created_at, disabled_at,
                                     disabled_because, failing_since, not_before, last_success_at, last_milliseconds)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       on conflict (id) do update set url = excluded.url, description = excluded.description, event_types = excluded.event_types,
         version = excluded.version, disabled_at = excluded.disabled_at, disabled_because = excluded.disabled_because,
         failing_since = excluded.failing_since, not_before = excluded.not_before, last_success_at = excluded.last_success_at,
         last_milliseconds = excluded.last_milliseconds`,
      [
        endpoint.id,
        endpoint.institutionId,
        endpoint.url,
        endpoint.description,
        endpoint.eventTypes,
        endpoint.version,
        endpoint.createdAt,
        endpoint.disabledAt,
        endpoint.disabledBecause,
        endpoint.failingSince,
        endpoint.notBefore,
        endpoint.lastSuccessAt,
        endpoint.lastMilliseconds,
      ],
    );
  }

  /** With its secrets, messages and attempts. */
  async remove(tx: Tx, id: string): Promise<void> {
    await tx.query('delete from webhook_endpoint where id = $1', [id]);
  }

  async addSecret(tx: Tx, { id, endpointId, sealed, createdAt, expiresAt }: SealedSecret): Promise<void> {
    await tx.query(
      `insert into webhook_secret (id, institution_id, endpoint_id, sealed, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)`,
      [id, tx.institutionId, endpointId, sealed, createdAt, expiresAt],
    );
  }

  /** What held until it is replaced holds until then; what is over is forgotten. */
  async endSecrets(tx: Tx, endpointId: string, now: Date, until: Date): Promise<void> {
    await tx.query('delete from webhook_secret where endpoint_id = $1 and expires_at <= $2', [endpointId, now]);
    await tx.query('update webhook_secret set expires_at = least(expires_at, $2) where endpoint_id = $1', [endpointId, until]);
  }

  /** The newest first. */
  async secrets(tx: Tx, endpointId: string, now: Date): Promise<SealedSecret[]> {
    return tx.query<SealedSecret>(
      `select id, endpoint_id as "endpointId", sealed, created_at as "createdAt", expires_at as "expiresAt" from webhook_secret
        where endpoint_id = $1 and (expires_at is null or expires_at > $2) order by created_at desc, id desc`,
      [endpointId, now],
    );
  }

  /** Who is told when an endpoint is told no more, with the name of the institution. */
  async administrators(tx: Tx): Promise<Administrator[]> {
    return tx.query<Administrator>(
      `select p.name, p.email, p.locale, p.time_zone as "timeZone" from membership m
         join membership_role r on r.membership_id = m.id and r.role = 'admin'
         join person p on p.id = m.person_id and p.suspended_at is null and p.email is not null
        where m.institution_id = $1 and m.suspended_at is null order by p.email`,
      [tx.institutionId],
    );
  }
}
