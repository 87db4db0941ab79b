import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Cursor } from '../../../platform/http/paging.js';

export type RevocationOutcome = 'waiting' | 'revoked' | 'was-revoked';

/** Many credentials to be taken back at one time, for one reason, which is not public. */
export interface RevocationBatch {
  id: string;
  institutionId: string;
  reason: string;
  total: number;
  requestedBy: string;
  requestedAt: Date;
  /** Until then it can be called off. */
  takesEffectAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  cancelledAt: Date | null;
  cancelledBy: string | null;
}

export interface RevocationProgress extends RevocationBatch {
  revoked: number;
  /** Were taken back by somebody else before their turn came. */
  wasRevoked: number;
}

export interface RevocationRow {
  credentialId: string;
  publicId: string;
  outcome: RevocationOutcome;
}

export type RevocationTargets = { credentialIds: readonly string[] } | { offeringId: string } | { editionId: string };

const COLUMNS = `
  b.id, b.institution_id as "institutionId", b.reason, b.total, b.requested_by as "requestedBy", b.requested_at as "requestedAt",
  b.takes_effect_at as "takesEffectAt", b.started_at as "startedAt", b.finished_at as "finishedAt", b.cancelled_at as "cancelledAt",
  b.cancelled_by as "cancelledBy"`;

const PROGRESS = `
  select ${COLUMNS}, coalesce(r.revoked, 0)::int as revoked, coalesce(r.was_revoked, 0)::int as "wasRevoked"
    from credential_revocation_batch b
    left join lateral (
      select count(*) filter (where outcome = 'revoked') as revoked, count(*) filter (where outcome = 'was-revoked') as was_revoked
        from credential_revocation_batch_row where batch_id = b.id
    ) r on true`;

@Injectable()
export class RevocationBatchesRepository {
  async add(tx: Tx, { id, institutionId, reason, requestedBy, requestedAt, takesEffectAt }: RevocationBatch): Promise<void> {
    await tx.query(
      `insert into credential_revocation_batch (id, institution_id, reason, total, requested_by, requested_at, takes_effect_at)
       values ($1, $2, $3, 0, $4, $5, $6)`,
      [id, institutionId, reason, requestedBy, requestedAt, takesEffectAt],
    );
  }

  /** Fixes which credentials it is about, and answers how many. Of an offering or edition, those that can still be revoked. */
  async addRows(tx: Tx, batchId: string, targets: RevocationTargets): Promise<number> {
    const [condition, value] =
      'credentialIds' in targets
        ? ['c.id = any($2::uuid[])', targets.credentialIds]
        : 'offeringId' in targets
          ? [
              `c.enrollment_id in (select id from enrollment where offering_id = $2) and c.state in ('issued', 'suspended', 'expired')`,
              targets.offeringId,
            ]
          : [`c.edition_id = $2 and c.state in ('issued', 'suspended', 'expired')`, targets.editionId];
    const [added] = await tx.query<{ total: number }>(
      `with added as (
         insert into credential_revocation_batch_row (batch_id, credential_id, institution_id)
         select $1, c.id, c.institution_id from credential c where ${condition} returning 1
       ) select count(*)::int as total from added`,
      [batchId, value],
    );
    const total = added?.total ?? 0;
    await tx.query('update credential_revocation_batch set total = $2 where id = $1', [batchId, total]);
    return total;
  }

  async find(tx: Tx, id: string): Promise<RevocationProgress | null> {
    const [found] = await tx.query<RevocationProgress>(`${PROGRESS} where b.id = $1`, [id]);
    return found ?? null;
  }

  /** Newest first, one more than `limit`. */
  async list(tx: Tx, after: Cursor | null, limit: number): Promise<RevocationProgress[]> {
    return tx.query<RevocationProgress>(
      `${PROGRESS} where ($1::timestamptz is null or (b.requested_at, b.id) < ($1, $2::uuid))
        order by b.requested_at desc, b.id desc limit $3`,
      [after?.at ?? null, after?.id ?? null, limit + 1],
    );
  }

  /** By credential, one more than `limit`. */
  async rows(tx: Tx, batchId: string, after: Cursor | null, limit: number): Promise<RevocationRow[]> {
    return tx.query<RevocationRow>(
      `select r.credential_id as "credentialId", c.public_id as "publicId", r.outcome
         from credential_revocation_batch_row r join credential c on c.id = r.credential_id
        where r.batch_id = $1 and ($2::uuid is null or r.credential_id > $2) order by r.credential_id limit $3`,
      [batchId, after?.id ?? null, limit + 1],
    );
  }

  /** Begins what was not called off, once or again. `null`: there is nothing to do. */
  async begin(tx: Tx, id: string, now: Date): Promise<RevocationBatch | null> {
    const [begun] = await tx.query<RevocationBatch>(
      `update credential_revocation_batch b set started_at = coalesce(started_at, $2)
        where id = $1 and cancelled_at is null and finished_at is null returning ${COLUMNS}`,
      [id, now],
    );
    return begun ?? null;
  }

  /** Calls it off; false once it has begun, or was called off before. */
  async cancel(tx: Tx, id: string, by: string, now: Date): Promise<boolean> {
    const cancelled = await tx.query(
      `update credential_revocation_batch set cancelled_at = $3, cancelled_by = $2
        where id = $1 and started_at is null and cancelled_at is null and takes_effect_at > $3 returning id`,
      [id, by, now],
    );
    return cancelled.length > 0;
  }

  /** The next rows that nobody else is working on. */
  async nextRows(tx: Tx, batchId: string, limit: number): Promise<RevocationRow[]> {
    return tx.query<RevocationRow>(
      `select r.credential_id as "credentialId", c.public_id as "publicId", r.outcome
         from credential_revocation_batch_row r join credential c on c.id = r.credential_id
        where r.batch_id = $1 and r.outcome = 'waiting' order by r.credential_id limit $2 for update of r skip locked`,
      [batchId, limit],
    );
  }

  async settle(tx: Tx, batchId: string, credentialIds: readonly string[], outcome: RevocationOutcome): Promise<void> {
    await tx.query(
      'update credential_revocation_batch_row set outcome = $3 where batch_id = $1 and credential_id = any($2::uuid[])',
      [batchId, credentialIds, outcome],
    );
  }

  /** Ends it when no row waits any more; true for the one who ends it. */
  async finish(tx: Tx, id: string, now: Date): Promise<boolean> {
    const finished = await tx.query(
      `update credential_revocation_batch b set finished_at = $2
        where id = $1 and finished_at is null
          and not exists (select from credential_revocation_batch_row r where r.batch_id = b.id and r.outcome = 'waiting')
        returning id`,
      [id, now],
    );
    return finished.length > 0;
  }

  /** Plans that should have begun before then, are not done, and have no open job. */
  async abandoned(tx: Tx, before: Date): Promise<{ institutionId: string; batchId: string }[]> {
    return tx.query(
      `select b.institution_id as "institutionId", b.id as "batchId" from credential_revocation_batch b
        where b.finished_at is null and b.cancelled_at is null and b.takes_effect_at < $1
          and not exists (select from outbox o where o.job = 'revoke-batch' and o.payload ->> 'batchId' = b.id::text
                             and o.done_at is null and o.dead_at is null)`,
      [before],
    );
  }
}
