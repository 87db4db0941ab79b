import { Injectable } from '@nestjs/common';
import { idArray } from '../../../platform/database/id-array.js';
import { insertion } from '../../../platform/database/insertion.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Cursor } from '../../../platform/http/paging.js';
import type { EnrollmentOnFile } from '../domain/enrollment-file.js';
import type { ImportRowState } from '../domain/import-row-state.js';
import { EnrollmentImport } from './enrollment-import.entity.js';
import { EnrollmentImportRow, type RowOutcome } from './enrollment-import-row.entity.js';

/** A file of people and how far it has come. */
export interface ImportProgress extends EnrollmentImport {
  counts: Partial<Record<ImportRowState, number>>;
}

export type ReportedImportRow = Pick<EnrollmentImportRow, 'id' | 'line' | 'wish' | 'problems' | 'reason' | 'enrollmentId'> & {
  state: ImportRowState;
};

/** A row that the worker is to do. */
export interface WaitingRow {
  id: string;
  wish: EnrollmentOnFile;
  confirmedBy: string;
}

export interface RowResult {
  rowId: string;
  outcome: RowOutcome;
  reason: string | null;
  enrollmentId: string | null;
}

/** Rows that one statement takes. */
const AT_ONCE = 2_000;

const COLUMNS = {
  id: 'uuid',
  institution_id: 'uuid',
  import_id: 'uuid',
  line: 'integer',
  wish: 'jsonb',
  problems: 'jsonb',
  forecast: 'text',
};

const STATE = `case when r.wish is null then 'bad'
                    when r.outcome is not null then r.outcome
                    when r.forecast = 'already' then 'already'
                    when i.confirmed_at is null then r.forecast
                    else 'working' end`;

const PROGRESS = `
  select i.id, i.institution_id as "institutionId", i.offering_id as "offeringId", i.file_name as "fileName", i.uploaded_by as "uploadedBy",
         i.uploaded_at as "uploadedAt", i.confirmed_by as "confirmedBy", i.confirmed_at as "confirmedAt", n.counts
    from enrollment_import i
    cross join lateral (
      select coalesce(json_object_agg(state, number), '{}') as counts
        from (select ${STATE} as state, count(*)::int as number from enrollment_import_row r where r.import_id = i.id group by 1) s
    ) n`;

@Injectable()
export class EnrollmentImportsRepository {
  async add(tx: Tx, file: EnrollmentImport, rows: readonly EnrollmentImportRow[]): Promise<void> {
    await tx.manager.insert(EnrollmentImport, { ...file });
    for (let start = 0; start < rows.length; start += AT_ONCE) {
      const values = rows
        .slice(start, start + AT_ONCE)
        .map(({ id, institutionId, importId, line, wish, problems, forecast }) => [
          id,
          institutionId,
          importId,
          line,
          wish && JSON.stringify(wish),
          JSON.stringify(problems),
          forecast,
        ]);
      const insert = insertion('enrollment_import_row', COLUMNS, values);
      await tx.query(insert.text, insert.values);
    }
  }

  /** Locks the file, so that two who confirm it take turns. */
  async findLocked(tx: Tx, id: string): Promise<EnrollmentImport | null> {
    return tx.manager.findOne(EnrollmentImport, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async confirm(tx: Tx, id: string, confirmedBy: string, confirmedAt: Date): Promise<void> {
    await tx.manager.update(EnrollmentImport, { id }, { confirmedBy, confirmedAt });
  }

  async find(tx: Tx, id: string): Promise<ImportProgress | null> {
    const [found] = await tx.query<ImportProgress>(`${PROGRESS} where i.id = $1`, [id]);
    return found ?? null;
  }

  /** Newest first, one more than `limit`; of one offering where it is given. */
  async list(tx: Tx, offeringId: string | null, after: Cursor | null, limit: number): Promise<ImportProgress[]> {
    return tx.query<ImportProgress>(
      `${PROGRESS} where ($1::uuid is null or i.offering_id = $1) and ($2::timestamptz is null or (i.uploaded_at, i.id) < ($2, $3::uuid))
        order by i.uploaded_at desc, i.id desc limit $4`,
      [offeringId, after?.at ?? null, after?.id ?? null, limit + 1],
    );
  }

  /** In the order of the file, after a line; one more than `limit`. */
  async rows(
    tx: Tx,
    importId: string,
    { state, afterLine, limit }: { state?: ImportRowState | undefined; afterLine: number; limit: number },
  ): Promise<ReportedImportRow[]> {
    return tx.query<ReportedImportRow>(
      `select * from (
         select r.id, r.line, r.wish, r.problems, r.reason, r.enrollment_id as "enrollmentId", ${STATE} as state
           from enrollment_import_row r join enrollment_import i on i.id = r.import_id
          where r.import_id = $1 and r.line > $2
       ) reported where $3::text is null or state = $3 order by line limit $4`,
      [importId, afterLine, state ?? null, limit + 1],
    );
  }

  /** The rows that nothing has become of yet and that something may, in the order of the file. */
  async waitingIds(tx: Tx, importId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from enrollment_import_row where import_id = $1 and wish is not null and outcome is null and forecast <> 'already'
        order by line`,
      [importId],
    );
    return rows.map(({ id }) => id);
  }

  /** Those of the rows that are still to be done, locked, in the order of the file. */
  async waiting(tx: Tx, ids: readonly string[]): Promise<WaitingRow[]> {
    return tx.query<WaitingRow>(
      `select r.id, r.wish, i.confirmed_by as "confirmedBy"
         from enrollment_import_row r join enrollment_import i on i.id = r.import_id
        where r.id = any($1::uuid[]) and r.wish is not null and r.outcome is null and i.confirmed_at is not null
        order by r.import_id, r.line for update of r`,
      [idArray(ids)],
    );
  }

  async settleAll(tx: Tx, results: readonly RowResult[]): Promise<void> {
    await tx.query(
      `update enrollment_import_row r set outcome = result.outcome, reason = result.reason, enrollment_id = result.enrollment_id
         from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[]) as result (id, outcome, reason, enrollment_id)
        where r.id = result.id`,
      [
        idArray(results.map(({ rowId }) => rowId)),
        results.map(({ outcome }) => outcome),
        results.map(({ reason }) => reason),
        results.map(({ enrollmentId }) => enrollmentId),
      ],
    );
  }
}
