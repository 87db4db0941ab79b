import { Injectable } from '@nestjs/common';
import { insertion } from '../../../platform/database/insertion.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Cursor } from '../../../platform/http/paging.js';
import type { CredentialState } from '../domain/credential-state.js';
import type { AwardOnFile, RowProblem } from '../domain/historic-row.js';
import type { HistoricImportRow } from './historic-import-row.entity.js';
import { HistoricImport } from './historic-import.entity.js';
import { HISTORIC_PROGRESS, HISTORIC_ROWS } from './historic-imports.sql.js';

/** A file of awards and how far it has come. */
export interface HistoricProgress extends HistoricImport {
  /** Rows that cannot be used. */
  bad: number;
  /** Rows that can, and that nothing has become of yet. */
  waiting: number;
  /** Decided, and being signed. */
  issuing: number;
  issued: number;
  /** Of somebody who has the award, or had it. They stay so when the file is confirmed. */
  held: number;
  withheld: number;
}

export const HISTORIC_ROW_STATES = ['bad', 'ready', 'issuing', 'issued', 'held', 'withheld'] as const;
export type HistoricRowState = (typeof HISTORIC_ROW_STATES)[number];

/** A row and what became of it. */
export interface ReportedRow {
  id: string;
  line: number;
  state: HistoricRowState;
  award: AwardOnFile | null;
  problems: RowProblem[];
  reason: string | null;
  credentialId: string | null;
  publicId: string | null;
  credentialState: CredentialState | null;
}

/** Rows that one statement takes. */
const AT_ONCE = 2_000;

const ROW_COLUMNS = { id: 'uuid', institution_id: 'uuid', import_id: 'uuid', line: 'integer', award: 'jsonb', problems: 'jsonb' };

@Injectable()
export class HistoricImportsRepository {
  async add(tx: Tx, file: HistoricImport, rows: readonly HistoricImportRow[]): Promise<void> {
    await tx.manager.insert(HistoricImport, { ...file });
    for (let start = 0; start < rows.length; start += AT_ONCE) {
      const { text, values } = insertion(
        'historic_import_row',
        ROW_COLUMNS,
        rows
          .slice(start, start + AT_ONCE)
          .map(({ id, institutionId, importId, line, award, problems }) => [
            id,
            institutionId,
            importId,
            line,
            award && JSON.stringify(award),
            JSON.stringify(problems),
          ]),
      );
      await tx.query(text, values);
    }
  }

  /** Locks the file, so that two who confirm it take turns. */
  async findLocked(tx: Tx, id: string): Promise<HistoricImport | null> {
    return tx.manager.findOne(HistoricImport, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async confirm(tx: Tx, { id, confirmedBy, confirmedAt, letters }: HistoricImport): Promise<void> {
    await tx.manager.update(HistoricImport, { id }, { confirmedBy, confirmedAt, letters });
  }

  async find(tx: Tx, id: string): Promise<HistoricProgress | null> {
    const [found] = await tx.query<HistoricProgress>(`${HISTORIC_PROGRESS} where i.id = $1`, [id]);
    return found ?? null;
  }

  /** Of a file that is known to be there. */
  async progress(tx: Tx, id: string): Promise<HistoricProgress> {
    const found = await this.find(tx, id);
    if (!found) throw new Error(`The file ${id} is gone`);
    return found;
  }

  /** Newest first, one more than `limit`. */
  async list(tx: Tx, after: Cursor | null, limit: number): Promise<HistoricProgress[]> {
    return tx.query<HistoricProgress>(
      `${HISTORIC_PROGRESS} where $1::timestamptz is null or (i.uploaded_at, i.id) < ($1, $2::uuid)
        order by i.uploaded_at desc, i.id desc limit $3`,
      [after?.at ?? null, after?.id ?? null, limit + 1],
    );
  }

  /** In the order of the file, after a line; one more than `limit`. */
  async rows(
    tx: Tx,
    importId: string,
    { state, afterLine, limit }: { state?: HistoricRowState | undefined; afterLine: number; limit: number },
  ): Promise<ReportedRow[]> {
    return tx.query<ReportedRow>(HISTORIC_ROWS, [importId, afterLine, state ?? null, limit + 1]);
  }

  /** The rows that nothing has become of yet and that something may. */
  async waitingRows(tx: Tx, importId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from historic_import_row where import_id = $1 and award is not null and outcome is null order by line`,
      [importId],
    );
    return rows.map(({ id }) => id);
  }
}
