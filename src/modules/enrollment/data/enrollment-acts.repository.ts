import { Injectable } from '@nestjs/common';
import { idArray } from '../../../platform/database/id-array.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { LetterTemplate } from '../../../platform/letters/catalogue.js';
import type { Cursor } from '../../../platform/http/paging.js';
import type { ActKind, ActOutcome, ActReason, ActTimes } from '../domain/enrollment-act.js';
import type { EnrollmentState } from '../domain/enrollment-state.js';

/** One act on many places. */
export interface EnrollmentAct extends ActTimes {
  id: string;
  institutionId: string;
  kind: ActKind;
  /** Of more time. */
  dueAt: Date | null;
  /** Where places go. */
  toOfferingId: string | null;
  /** What is written to people. */
  letter: LetterTemplate | null;
  reason: string;
  requestedBy: string;
  requestedAt: Date;
  undoRequestedBy: string | null;
}

/** An act and how far it has come. */
export interface ActProgress extends EnrollmentAct {
  /** The title of the offering where places go. */
  toOffering: string | null;
  counts: Partial<Record<ActOutcome, number>>;
}

export interface ActRow {
  enrollmentId: string;
  outcome: ActOutcome;
  reason: ActReason | null;
}

/** The offering is the one that the place was in when the act came to it. */
export type NamedActRow = ActRow & { personName: string; offeringId: string; offering: string };

/** What undoing leads back to. */
export interface Earlier {
  state: EnrollmentState;
  offeringId: string;
  startedAt: Date | null;
}

/** A row whose turn has come. */
export interface DueRow {
  enrollmentId: string;
  /** Where the place is now. */
  offeringId: string;
  personId: string;
  earlierState: EnrollmentState | null;
  earlierOfferingId: string | null;
  earlierStartedAt: Date | null;
}

const COLUMNS = `
  a.id, a.institution_id as "institutionId", a.kind, a.due_at as "dueAt", a.to_offering_id as "toOfferingId", a.reason,
  case when a.subject is not null then json_build_object('subject', a.subject, 'body', a.body) end as letter,
  a.requested_by as "requestedBy", a.requested_at as "requestedAt", a.confirmed_at as "confirmedAt", a.finished_at as "finishedAt",
  a.undo_requested_by as "undoRequestedBy", a.undo_requested_at as "undoRequestedAt", a.undone_at as "undoneAt"`;

const PROGRESS = `
  select ${COLUMNS}, o.title as "toOffering", n.counts from enrollment_act a
    left join offering o on o.id = a.to_offering_id
    cross join lateral (
      select coalesce(json_object_agg(outcome, number), '{}') as counts
        from (select outcome, count(*)::int as number from enrollment_act_row r where r.act_id = a.id group by 1) s
    ) n`;

@Injectable()
export class EnrollmentActsRepository {
  async add(tx: Tx, act: EnrollmentAct): Promise<void> {
    const { id, institutionId, kind, dueAt, toOfferingId, letter, reason, requestedBy, requestedAt } = act;
    await tx.query(
      `insert into enrollment_act (id, institution_id, kind, due_at, to_offering_id, subject, body, reason, requested_by, requested_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        id,
        institutionId,
        kind,
        dueAt,
        toOfferingId,
        letter?.subject ?? null,
        letter?.body ?? null,
        reason,
        requestedBy,
        requestedAt,
      ],
    );
  }

  async addRows(tx: Tx, { id, institutionId }: EnrollmentAct, rows: readonly ActRow[]): Promise<void> {
    await tx.query(
      `insert into enrollment_act_row (act_id, institution_id, enrollment_id, outcome, reason)
       select $1, $2, row.* from unnest($3::uuid[], $4::text[], $5::text[]) as row`,
      [
        id,
        institutionId,
        idArray(rows.map(({ enrollmentId }) => enrollmentId)),
        rows.map(({ outcome }) => outcome),
        rows.map(({ reason }) => reason),
      ],
    );
  }

  async find(tx: Tx, id: string): Promise<ActProgress | null> {
    const [found] = await tx.query<ActProgress>(`${PROGRESS} where a.id = $1`, [id]);
    return found ?? null;
  }

  async lock(tx: Tx, id: string): Promise<void> {
    await tx.query('select from enrollment_act where id = $1 for update', [id]);
  }

  /** Those that were confirmed, newest first, one more than `limit`. */
  async list(tx: Tx, after: Cursor | null, limit: number): Promise<ActProgress[]> {
    return tx.query<ActProgress>(
      `${PROGRESS} where a.confirmed_at is not null and ($1::timestamptz is null or (a.requested_at, a.id) < ($1, $2::uuid))
        order by a.requested_at desc, a.id desc limit $3`,
      [after?.at ?? null, after?.id ?? null, limit + 1],
    );
  }

  /** By enrolment, one more than `limit`. */
  async rows(
    tx: Tx,
    actId: string,
    { outcome, afterId, limit }: { outcome?: ActOutcome | undefined; afterId: string | null; limit: number },
  ): Promise<NamedActRow[]> {
    return tx.query<NamedActRow>(
      `select r.enrollment_id as "enrollmentId", r.outcome, r.reason, coalesce(p.name, '') as "personName",
              o.id as "offeringId", o.title as offering
         from (select * from enrollment_act_row
                where act_id = $1 and ($2::text is null or outcome = $2) and ($3::uuid is null or enrollment_id > $3)
                order by enrollment_id limit $4) r
         join enrollment e on e.id = r.enrollment_id
         join offering o on o.id = coalesce(r.earlier_offering_id, e.offering_id)
         left join person p on p.id = e.person_id
        order by r.enrollment_id`,
      [actId, outcome ?? null, afterId, limit + 1],
    );
  }

  async confirm(tx: Tx, id: string, now: Date): Promise<void> {
    await tx.query('update enrollment_act set confirmed_at = $2 where id = $1', [id, now]);
  }

  async requestUndo(tx: Tx, id: string, by: string, now: Date): Promise<void> {
    await tx.query('update enrollment_act set undo_requested_by = $2, undo_requested_at = $3 where id = $1', [id, by, now]);
  }

  /**
   * The next rows that nobody else is working on, offering by offering: offerings are locked in one order everywhere. Who waits comes
   * first: withdrawn after the others, they would move up into a seat for a moment.
   */
  async next(tx: Tx, actId: string, outcome: 'waiting' | 'done', limit: number): Promise<DueRow[]> {
    return tx.query<DueRow>(
      `select r.enrollment_id as "enrollmentId", e.offering_id as "offeringId", e.person_id as "personId",
              r.earlier_state as "earlierState", r.earlier_offering_id as "earlierOfferingId", r.earlier_started_at as "earlierStartedAt"
         from enrollment_act_row r join enrollment e on e.id = r.enrollment_id
        where r.act_id = $1 and r.outcome = $2
        order by coalesce(r.earlier_offering_id, e.offering_id), e.state <> 'waitlisted', e.created_at, e.id
        limit $3 for update of r skip locked`,
      [actId, outcome, limit],
    );
  }

  async settle(tx: Tx, actId: string, { enrollmentId, outcome, reason }: ActRow, earlier: Earlier | null): Promise<void> {
    await tx.query(
      `update enrollment_act_row
          set outcome = $3, reason = $4, earlier_state = coalesce($5, earlier_state),
              earlier_offering_id = coalesce($6, earlier_offering_id), earlier_started_at = coalesce($7, earlier_started_at)
        where act_id = $1 and enrollment_id = $2`,
      [actId, enrollmentId, outcome, reason, earlier?.state ?? null, earlier?.offeringId ?? null, earlier?.startedAt ?? null],
    );
  }

  /** Ends it when no row waits any more; true for the one who ends it. */
  async finish(tx: Tx, id: string, now: Date): Promise<boolean> {
    return this.end(tx, 'finished_at', 'waiting', id, now);
  }

  async finishUndo(tx: Tx, id: string, now: Date): Promise<boolean> {
    return this.end(tx, 'undone_at', 'done', id, now);
  }

  private async end(tx: Tx, column: string, open: ActOutcome, id: string, now: Date): Promise<boolean> {
    const ended = await tx.query(
      `update enrollment_act a set ${column} = $2
        where id = $1 and ${column} is null
          and not exists (select from enrollment_act_row r where r.act_id = a.id and r.outcome = $3) returning id`,
      [id, now, open],
    );
    return ended.length > 0;
  }
}
