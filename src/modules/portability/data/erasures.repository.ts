import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Cursor } from '../../../platform/http/paging.js';
import type { BadgeFate, Refusal } from '../domain/erasure.js';

/** Somebody is to be erased at an institution. */
export interface Erasure {
  id: string;
  institutionId: string;
  personId: string;
  /** Themselves, or who of the office did it for them. */
  requestedBy: string;
  requestedAt: Date;
  badges: BadgeFate;
  /** When it begins, unless it was taken back or refused by then. */
  dueAt: Date;
  cancelledAt: Date | null;
  refusedAt: Date | null;
  refusal: Refusal | null;
  startedAt: Date | null;
  finishedAt: Date | null;
}

export interface NamedErasure extends Erasure {
  name: string | null;
  email: string | null;
}

const COLUMNS = `
  r.id, r.institution_id as "institutionId", r.person_id as "personId", r.requested_by as "requestedBy", r.requested_at as "requestedAt",
  r.badges, r.due_at as "dueAt", r.cancelled_at as "cancelledAt", r.refused_at as "refusedAt", r.refusal, r.started_at as "startedAt",
  r.finished_at as "finishedAt"`;
const OPEN = 'r.cancelled_at is null and r.refused_at is null and r.finished_at is null';

@Injectable()
export class ErasuresRepository {
  /** False: one is open for the person. */
  async add(
    tx: Tx,
    { id, institutionId, personId, requestedBy, requestedAt, badges, dueAt }: Omit<Erasure, 'refusal'>,
  ): Promise<boolean> {
    const inserted = await tx.query(
      `insert into erasure (id, institution_id, person_id, requested_by, requested_at, badges, due_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (institution_id, person_id) where cancelled_at is null and refused_at is null and finished_at is null
       do nothing returning id`,
      [id, institutionId, personId, requestedBy, requestedAt, badges, dueAt],
    );
    return inserted.length > 0;
  }

  /** The person's newest. */
  async newest(tx: Tx, institutionId: string, personId: string): Promise<Erasure | null> {
    const [found] = await tx.query<Erasure>(
      `select ${COLUMNS} from erasure r where r.institution_id = $1 and r.person_id = $2 order by r.requested_at desc, r.id desc limit 1`,
      [institutionId, personId],
    );
    return found ?? null;
  }

  async findLocked(tx: Tx, institutionId: string, id: string): Promise<Erasure | null> {
    const [found] = await tx.query<Erasure>(
      `select ${COLUMNS} from erasure r where r.institution_id = $1 and r.id = $2 for update`,
      [institutionId, id],
    );
    return found ?? null;
  }

  /** Newest first, with who it is about as long as that is known. */
  async list(tx: Tx, institutionId: string, before: Cursor | null, limit: number): Promise<NamedErasure[]> {
    return tx.query<NamedErasure>(
      `select ${COLUMNS}, p.name, p.email from erasure r left join person p on p.id = r.person_id
        where r.institution_id = $1 and ($2::timestamptz is null or (r.requested_at, r.id) < ($2, $3::uuid))
        order by r.requested_at desc, r.id desc limit $4`,
      [institutionId, before?.at ?? null, before?.id ?? null, limit],
    );
  }

  async cancel(tx: Tx, id: string, now: Date): Promise<void> {
    await tx.query('update erasure set cancelled_at = $2 where id = $1', [id, now]);
  }

  async refuse(tx: Tx, id: string, refusal: Refusal, by: string, now: Date): Promise<void> {
    await tx.query('update erasure set refused_at = $4, refused_by = $3, refusal = $2 where id = $1', [id, refusal, by, now]);
  }

  async start(tx: Tx, id: string, now: Date): Promise<void> {
    await tx.query('update erasure set started_at = coalesce(started_at, $2) where id = $1', [id, now]);
  }

  async finish(tx: Tx, id: string, now: Date): Promise<void> {
    await tx.query('update erasure set finished_at = coalesce(finished_at, $2) where id = $1', [id, now]);
  }

  /** Of every institution, in a system scope: those whose time has come. */
  async due(tx: Tx, now: Date, limit: number): Promise<Pick<Erasure, 'id' | 'institutionId'>[]> {
    return tx.query(
      `select r.id, r.institution_id as "institutionId" from erasure r where ${OPEN} and r.due_at <= $1 order by r.due_at limit $2`,
      [now, limit],
    );
  }
}
