import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { csvAdvice } from '../../../../platform/csv/csv-advice.js';
import { CsvFault, type CsvRecord, readCsv } from '../../../../platform/csv/read-csv.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { type FieldError, Problem } from '../../../../platform/http/problem.js';
import { Intake } from '../../../../platform/storage/intake.js';
import { PeopleDirectory } from '../../../people/index.js';
import type { RowForecast } from '../../data/enrollment-import-row.entity.js';
import { EnrollmentsRepository } from '../../data/enrollments.repository.js';
import { OfferingsRepository } from '../../data/offerings.repository.js';
import {
  type EnrollmentColumn,
  type EnrollmentOnFile,
  readEnrollmentHeader,
  readEnrollmentRow,
  type RowProblem,
  samePlace,
} from '../../domain/enrollment-file.js';
import { SeatForecast } from '../../domain/seat-forecast.js';
import { enrollmentFileUnreadable } from '../../problems.js';
import { admissionOf } from '../admission-of.js';
import { explainRefusal } from '../explain-refusal.js';

export const LARGEST_ENROLLMENT_FILE = 4 * 1024 * 1024;
export const MOST_ENROLLMENT_ROWS = 10_000;
const LIMITS = { records: MOST_ENROLLMENT_ROWS + 1, cells: 20, cellLength: 1_000 };

export interface ReadEnrollmentFile {
  columns: readonly EnrollmentColumn[];
  records: readonly CsvRecord[];
  /** SHA-256 of the bytes, lower-case hexadecimal. */
  sha256: string;
}

export interface CheckedEnrollment {
  line: number;
  wish: EnrollmentOnFile | null;
  problems: readonly RowProblem[];
  forecast: RowForecast | null;
}

type Member = { personId: string; suspendedAt: Date | null };

/** Reads a file of people and says what would become of each row. Nothing is stored. */
@Injectable()
export class CheckEnrollmentFile {
  constructor(
    private readonly offerings: OfferingsRepository,
    private readonly enrollments: EnrollmentsRepository,
    private readonly people: PeopleDirectory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `enrollment.file_unreadable` for a file that is no such table, and `file.too_large`. */
  async read(stream: Readable, { isOfferingKnown }: { isOfferingKnown: boolean }): Promise<ReadEnrollmentFile> {
    const intake = new Intake(stream, LARGEST_ENROLLMENT_FILE);
    try {
      const records: CsvRecord[] = [];
      for await (const record of readCsv(intake.all(), LIMITS)) records.push(record);
      const [header, ...rows] = records;
      const read = readEnrollmentHeader(header?.cells ?? [], { isOfferingKnown });
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
  async rows(tx: Tx, { columns, records }: ReadEnrollmentFile, offeringId: string | null): Promise<CheckedEnrollment[]> {
    const at = columns.indexOf('offering');
    const names = offeringId === null ? records.map(({ cells }) => cells[at]?.trim().toLowerCase() ?? '') : [];
    const surroundings = { offeringId, offerings: await this.offerings.named(tx, [...new Set(names)]) };
    const checked = records.map(({ line, cells }): CheckedEnrollment => {
      const row = readEnrollmentRow(columns, cells, surroundings);
      return row.ok ? { line, wish: row.wish, problems: [], forecast: null } : bad(line, ...row.problems);
    });
    const wishes = checked.flatMap(({ wish }) => wish ?? []);
    const members = await this.people.membersByEmail(tx, [...new Set(wishes.map(({ email }) => email))]);
    const places = await this.placesOf(tx, wishes, members);
    const forecasts = await this.forecasts(tx, [...new Set(wishes.map((wish) => wish.offeringId))]);
    const firstLines = new Map<string, number>();
    return checked.map((row): CheckedEnrollment => {
      if (!row.wish) return row;
      const { line, wish } = row;
      const first = firstLines.get(samePlace(wish));
      if (first !== undefined) return repeated(line, first);
      firstLines.set(samePlace(wish), line);
      if (members.get(wish.email)?.suspendedAt) return suspended(line);
      if (places.has(samePlace(wish))) return { ...row, forecast: 'already' };
      const forecast = forecasts.get(wish.offeringId)?.next();
      if (forecast === undefined) throw new Error(`The offering ${wish.offeringId} was there and is gone`);
      if (typeof forecast === 'string') return { ...row, forecast };
      const { refused } = forecast;
      return bad(line, { field: 'offering', code: refused.key, detail: explainRefusal(refused), params: { ...refused } });
    });
  }

  /** Who has a place where they are wished one. */
  private async placesOf(
    tx: Tx,
    wishes: readonly EnrollmentOnFile[],
    members: ReadonlyMap<string, Member>,
  ): Promise<Set<string>> {
    const emails = new Map([...members].map(([email, { personId }]) => [personId, email]));
    const offeringIds = [...new Set(wishes.map(({ offeringId }) => offeringId))];
    const held = await this.enrollments.liveAmong(tx, offeringIds, [...emails.keys()]);
    return new Set(held.map(({ offeringId, personId }) => samePlace({ offeringId, email: emails.get(personId) ?? '' })));
  }

  private async forecasts(tx: Tx, offeringIds: readonly string[]): Promise<Map<string, SeatForecast>> {
    const forecasts = new Map<string, SeatForecast>();
    for (const id of offeringIds) {
      const offering = await this.offerings.find(tx, id);
      if (!offering) continue;
      const counts = await this.enrollments.seatCounts(tx, id);
      forecasts.set(id, new SeatForecast(admissionOf({ isOffice: true }, offering), counts, this.clock.now()));
    }
    return forecasts;
  }
}

function unreadable(detail: string, facts: Record<string, unknown>, errors: readonly FieldError[] = []): Problem {
  return new Problem(enrollmentFileUnreadable, { detail, facts, errors: [...errors] });
}

function bad(line: number, ...problems: readonly RowProblem[]): CheckedEnrollment {
  return { line, wish: null, problems, forecast: null };
}

function repeated(line: number, first: number): CheckedEnrollment {
  return bad(line, {
    field: 'email',
    code: 'repeated',
    detail: `Leave it out: line ${first} is of the same place.`,
    params: { line: first },
  });
}

function suspended(line: number): CheckedEnrollment {
  const detail = 'The member is suspended: reinstate them first, or leave the row out.';
  return bad(line, { field: 'email', code: 'member_suspended', detail });
}
