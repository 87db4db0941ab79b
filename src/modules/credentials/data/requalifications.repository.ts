import { Injectable } from '@nestjs/common';
import { insertion } from '../../../platform/database/insertion.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Cursor } from '../../../platform/http/paging.js';
import type { Ground } from '../domain/qualification.js';

/** `changed`: when its turn came, the person did not qualify as the list had said. */
export type RequalificationOutcome = 'waiting' | 'awarded' | 'changed';

/** That somebody confirmed a list of people who qualify by an edition, or a part of it. */
export interface Requalification {
  id: string;
  institutionId: string;
  editionId: string;
  listVersion: string;
  reason: string;
  total: number;
  confirmedBy: string;
  confirmedAt: Date;
  finishedAt: Date | null;
}

export interface RequalificationProgress extends Requalification {
  awarded: number;
  changed: number;
}

export interface RequalificationRow {
  enrollmentId: string;
  personId: string;
  attemptId: string;
  /** The verdict that stood when it was confirmed. */
  assessmentId: string;
  grounds: Ground[];
  outcome: RequalificationOutcome;
}

const COLUMNS = `r.id, r.institution_id as "institutionId", r.edition_id as "editionId", r.list_version as "listVersion", r.reason, r.total,
  r.confirmed_by as "confirmedBy", r.confirmed_at as "confirmedAt", r.finished_at as "finishedAt"`;

const PROGRESS = `
  select ${COLUMNS}, coalesce(w.awarded, 0)::int as awarded, coalesce(w.changed, 0)::int as changed
    from requalification r
    left join lateral (
      select count(*) filter (where outcome = 'awarded') as awarded, count(*) filter (where outcome = 'changed') as changed
        from requalification_row where requalification_id = r.id
    ) w on true`;

const ROW = `enrollment_id as "enrollmentId", person_id as "personId", attempt_id as "attemptId", assessment_id as "assessmentId", grounds, outcome`;

const ROW_COLUMNS = {
  requalification_id: 'uuid',
  enrollment_id: 'uuid',
  institution_id: 'uuid',
  edition_id: 'uuid',
  person_id: 'uuid',
  attempt_id: 'uuid',
  assessment_id: 'uuid',
  grounds: 'jsonb',
};

@Injectable()
export class RequalificationsRepository {
  /** Makes confirmations of one edition take turns, so that the second sees what the first took. */
  async lock(tx: Tx, editionId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('requalification ' || $1, 0))`, [editionId]);
  }

  async add(tx: Tx, one: Requalification, rows: readonly Omit<RequalificationRow, 'outcome'>[]): Promise<void> {
    const { id, institutionId, editionId, listVersion, reason, total, confirmedBy, confirmedAt } = one;
    await tx.query(
      `insert into requalification (id, institution_id, edition_id, list_version, reason, total, confirmed_by, confirmed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, institutionId, editionId, listVersion, reason, total, confirmedBy, confirmedAt],
    );
    for (let first = 0; first < rows.length; first += 1_000) {
      const { text, values } = insertion(
        'requalification_row',
        ROW_COLUMNS,
        rows
          .slice(first, first + 1_000)
          .map((row) => [
            id,
            row.enrollmentId,
            institutionId,
            editionId,
            row.personId,
            row.attemptId,
            row.assessmentId,
            JSON.stringify(row.grounds),
          ]),
      );
      await tx.query(text, values);
    }
  }

  async find(tx: Tx, id: string): Promise<RequalificationProgress | null> {
    const [found] = await tx.query<RequalificationProgress>(`${PROGRESS} where r.id = $1`, [id]);
    return found ?? null;
  }

  /** Of an edition, newest first, one more than `limit`. */
  async list(tx: Tx, editionId: string, after: Cursor | null, limit: number): Promise<RequalificationProgress[]> {
    return tx.query<RequalificationProgress>(
      `${PROGRESS} where r.edition_id = $1 and ($2::timestamptz is null or (r.confirmed_at, r.id) < ($2, $3::uuid))
        order by r.confirmed_at desc, r.id desc limit $4`,
      [editionId, after?.at ?? null, after?.id ?? null, limit + 1],
    );
  }

  /** By enrolment, one more than `limit`. */
  async rows(tx: Tx, id: string, after: Cursor | null, limit: number): Promise<RequalificationRow[]> {
    return tx.query<RequalificationRow>(
      `select ${ROW} from requalification_row
        where requalification_id = $1 and ($2::uuid is null or enrollment_id > $2) order by enrollment_id limit $3`,
      [id, after?.id ?? null, limit + 1],
    );
  }

  /** Ids of enrolments whose award waits to be carried out, after `after`, by id. */
  async waiting(tx: Tx, id: string): Promise<{ enrollmentId: string; attemptId: string }[]> {
    return tx.query(
      `select enrollment_id as "enrollmentId", attempt_id as "attemptId" from requalification_row
        where requalification_id = $1 and outcome = 'waiting' order by enrollment_id`,
      [id],
    );
  }

  /** Takes a row that still waits; `null`: somebody else settled it. */
  async waitingLocked(tx: Tx, id: string, enrollmentId: string): Promise<RequalificationRow | null> {
    const [row] = await tx.query<RequalificationRow>(
      `select ${ROW} from requalification_row
        where requalification_id = $1 and enrollment_id = $2 and outcome = 'waiting' for update`,
      [id, enrollmentId],
    );
    return row ?? null;
  }

  async settle(tx: Tx, id: string, enrollmentId: string, outcome: RequalificationOutcome): Promise<void> {
    await tx.query('update requalification_row set outcome = $3 where requalification_id = $1 and enrollment_id = $2', [
      id,
      enrollmentId,
      outcome,
    ]);
  }

  /** Ends it when no row waits any more; true for the one who ends it. */
  async finish(tx: Tx, id: string, now: Date): Promise<boolean> {
    const finished = await tx.query(
      `update requalification r set finished_at = $2
        where id = $1 and finished_at is null
          and not exists (select from requalification_row w where w.requalification_id = r.id and w.outcome = 'waiting')
        returning id`,
      [id, now],
    );
    return finished.length > 0;
  }

  /** Of these people, those for whom an award of one of the editions was ever decided. */
  async decided(tx: Tx, personIds: readonly string[], editionIds: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }>(
      `select distinct person_id as id from credential_intent where person_id = any($1::uuid[]) and edition_id = any($2::uuid[])`,
      [personIds, editionIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * Of these people, those whose award by the rule of this edition or another of its micro-credential is confirmed. A pass by another
   * edition's rule that a person took back is under way no more; by the same edition's rule nobody is awarded twice.
   */
  async confirmed(tx: Tx, personIds: readonly string[], editionId: string, siblingIds: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }>(
      `select distinct w.person_id as id from requalification_row w
        where w.person_id = any($1::uuid[]) and w.edition_id = any($3::uuid[])
          and (w.outcome = 'waiting'
               or (w.outcome = 'awarded'
                   and (w.edition_id = $2 or (select f.verdict from assessment f where f.attempt_id = w.attempt_id and f.final
                                               order by f.version desc limit 1) = 'passed')))`,
      [personIds, editionId, siblingIds],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
