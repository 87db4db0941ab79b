import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { csvAdvice } from '../../../../platform/csv/csv-advice.js';
import { CsvFault, type CsvRecord, readCsv } from '../../../../platform/csv/read-csv.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { type FieldError, Problem } from '../../../../platform/http/problem.js';
import { Intake } from '../../../../platform/storage/intake.js';
import { EditionStore } from '../../../catalog/index.js';
import { PeopleDirectory } from '../../../people/index.js';
import { type HistoricColumn, readHistoricHeader } from '../../domain/historic-columns.js';
import { type AwardOnFile, type EditionTerms, type RowProblem, readHistoricRow, sameAward } from '../../domain/historic-row.js';
import { historicFileUnreadable } from '../../problems.js';

export const LARGEST_HISTORIC_FILE = 8 * 1024 * 1024;
export const MOST_HISTORIC_ROWS = 10_000;
const LIMITS = { records: MOST_HISTORIC_ROWS + 1, cells: 30, cellLength: 4_000 };
const SUSPENDED = 'The member is suspended: reinstate them first, or leave the row out.';

/** A file as it was read: its columns, and its rows as they stand in it. */
export interface ReadFile {
  columns: readonly HistoricColumn[];
  records: readonly CsvRecord[];
  /** SHA-256 of the bytes, lower-case hexadecimal. */
  sha256: string;
}

export interface CheckedRow {
  line: number;
  award: AwardOnFile | null;
  problems: readonly RowProblem[];
}

/** Reads a file of awards and checks each of its rows. Nothing is stored. */
@Injectable()
export class CheckHistoricFile {
  constructor(
    private readonly editions: EditionStore,
    private readonly people: PeopleDirectory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `credentials.historic_file_unreadable` for a file that is no such table, and `file.too_large`. */
  async read(stream: Readable): Promise<ReadFile> {
    const intake = new Intake(stream, LARGEST_HISTORIC_FILE);
    try {
      const records: CsvRecord[] = [];
      for await (const record of readCsv(intake.all(), LIMITS)) records.push(record);
      const [header, ...rows] = records;
      const read = readHistoricHeader(header?.cells ?? []);
      if (!read.ok) throw unreadable('The first line has to name the columns.', { reason: 'header' }, read.problems.slice(0, 50));
      if (rows.length === 0) throw unreadable('There is no row below the first line.', { reason: 'no_rows' });
      return { columns: read.columns, records: rows, sha256: intake.digest() };
    } catch (error) {
      intake.stop();
      if (!(error instanceof CsvFault)) throw error;
      const detail = csvAdvice(error.kind, LIMITS);
      const code = error.kind.replaceAll('-', '_');
      throw unreadable(`Line ${error.line}: ${detail}`, { line: error.line }, [{ field: 'file', code, detail, params: LIMITS }]);
    }
  }

  /** Every row, in the order of the file, with all that is wrong with it. */
  async rows(tx: Tx, { columns, records }: ReadFile): Promise<CheckedRow[]> {
    const surroundings = { editions: await this.editionsOf(tx, columns, records), now: this.clock.now() };
    const checked = records.map(({ line, cells }): CheckedRow => {
      const row = readHistoricRow(columns, cells, surroundings);
      return row.ok ? { line, award: row.award, problems: [] } : { line, award: null, problems: row.problems };
    });
    const members = await this.people.membersByEmail(tx, [...new Set(checked.flatMap(({ award }) => award?.email ?? []))]);
    const firstLines = new Map<string, number>();
    return checked.map(({ line, award }, index): CheckedRow => {
      if (!award) return { line, award, problems: checked[index]?.problems ?? [] };
      const first = firstLines.get(sameAward(award));
      if (first !== undefined) {
        const detail = `Leave it out: line ${first} is of the same award.`;
        return bad(line, { field: 'email', code: 'repeated', detail, params: { line: first } });
      }
      firstLines.set(sameAward(award), line);
      return members.get(award.email)?.suspendedAt
        ? bad(line, { field: 'email', code: 'member_suspended', detail: SUSPENDED })
        : { line, award, problems: [] };
    });
  }

  private async editionsOf(
    tx: Tx,
    columns: readonly HistoricColumn[],
    records: readonly CsvRecord[],
  ): Promise<Map<string, EditionTerms>> {
    const at = columns.indexOf('edition');
    const names = [...new Set(records.map(({ cells }) => cells[at]?.trim().toLowerCase() ?? ''))];
    const editions = new Map<string, EditionTerms>();
    for (const [name, id] of await this.editions.named(tx, names)) {
      const { content } = await this.editions.get(tx, id);
      editions.set(name, { id, validityMonths: content.awardTerms?.validityMonths ?? null });
    }
    return editions;
  }
}

function unreadable(detail: string, facts: Record<string, unknown>, errors: readonly FieldError[] = []): Problem {
  return new Problem(historicFileUnreadable, { detail, facts, errors: [...errors] });
}

function bad(line: number, problem: RowProblem): CheckedRow {
  return { line, award: null, problems: [problem] };
}
