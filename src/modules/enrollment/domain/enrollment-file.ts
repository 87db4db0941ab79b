import { normaliseEmail } from '../../people/domain/email.js';
import { cleanName } from '../../people/domain/person-name.js';
import type { AdmissionRefusal } from './seats.js';

/** The columns of a file of people to enrol. */
export const ENROLLMENT_COLUMNS = ['email', 'name', 'offering'] as const;
export type EnrollmentColumn = (typeof ENROLLMENT_COLUMNS)[number];

/** A column that is not there, is there twice, or means nothing. */
export interface HeaderProblem {
  field: string;
  code: string;
  /** What to do. */
  detail: string;
}

/** What can be wrong with a row beside a cell that is empty or cannot be used. */
export type RowFault = 'cells' | 'ambiguous' | 'repeated' | 'member_suspended' | AdmissionRefusal['key'];

/** Something that is wrong with a row. `field` is the column; empty for the row as a whole. */
export interface RowProblem {
  field: EnrollmentColumn | '';
  code: 'required' | 'unusable' | RowFault;
  /** What to do, in English; `enrollment-rows.de.ts` says it in German. */
  detail: string;
  /** What the sentence names: of a row that is repeated its `line`, of a refusal all that it tells. */
  params?: Readonly<Record<string, unknown>>;
}

export type EnrollmentHeader =
  | { readonly ok: true; readonly columns: readonly EnrollmentColumn[] }
  | { readonly ok: false; readonly problems: readonly HeaderProblem[] };

/** What lists call the columns; compared in lower case, without spaces, hyphens and underscores. */
const KNOWN_AS: Readonly<Record<EnrollmentColumn, readonly string[]>> = {
  email: ['email', 'mail', 'emailaddress', 'emailadresse'],
  name: ['name', 'fullname', 'vollständigername'],
  offering: ['offering', 'durchführung'],
};

/** Columns in any order and case. One that is unknown is refused: what it holds would be left out without a word. */
export function readEnrollmentHeader(
  cells: readonly string[],
  { isOfferingKnown }: { isOfferingKnown: boolean },
): EnrollmentHeader {
  const allowed = ENROLLMENT_COLUMNS.filter((column) => column !== 'offering' || !isOfferingKnown);
  const columns = cells.map((cell) => {
    const plain = cell
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, '');
    return allowed.find((column) => KNOWN_AS[column].includes(plain)) ?? null;
  });
  const problems: HeaderProblem[] = [
    ...cells
      .filter((_, place) => columns[place] === null)
      .map((cell) => ({ field: cell.trim().slice(0, 100), code: 'unknown', detail: `The columns are ${allowed.join(', ')}.` })),
    ...allowed
      .filter((name) => columns.indexOf(name) !== columns.lastIndexOf(name))
      .map((field) => ({ field, code: 'repeated', detail: 'Keep one column of that name.' })),
    ...allowed
      .filter((name) => !columns.includes(name))
      .map((field) => ({ field, code: 'required', detail: `Add a column ${field} to the first line.` })),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, columns: columns as EnrollmentColumn[] };
}

/** Somebody to be enrolled, as a row of the file tells it. */
export interface EnrollmentOnFile {
  /** As people are looked up by it. */
  email: string;
  name: string;
  offeringId: string;
}

export interface RowSurroundings {
  /** The offering of every row, where the file names none. */
  readonly offeringId: string | null;
  /** The offerings that go by a name, by their id or title in lower case. */
  readonly offerings: ReadonlyMap<string, readonly string[]>;
}

export type EnrollmentRow =
  | { readonly ok: true; readonly wish: EnrollmentOnFile }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

/** Checks every cell of a row and tells all that is wrong with it at once. `cells` in the order of `columns`. */
export function readEnrollmentRow(
  columns: readonly EnrollmentColumn[],
  cells: readonly string[],
  { offeringId, offerings }: RowSurroundings,
): EnrollmentRow {
  if (cells.length !== columns.length) {
    const detail = `It has ${cells.length} cells, and the first line has ${columns.length}. Put a cell that holds a separator into quotes.`;
    return { ok: false, problems: [{ field: '', code: 'cells', detail }] };
  }
  const textOf = (column: EnrollmentColumn) => cells[columns.indexOf(column)]?.trim() ?? '';
  const problems: RowProblem[] = [];
  const wrong = (field: EnrollmentColumn, detail: string) =>
    void problems.push({ field, code: textOf(field) === '' ? 'required' : 'unusable', detail });
  const email = normaliseEmail(textOf('email'));
  if (!email) wrong('email', 'Write an address such as lea@example.org.');
  const name = cleanName(textOf('name'));
  if (!name) wrong('name', 'Write a name of up to 200 letters on one line.');
  const named = offeringId === null ? (offerings.get(textOf('offering').toLowerCase()) ?? []) : [offeringId];
  if (named.length === 0) wrong('offering', 'Write the title of an offering as it stands in Cairn, or its id.');
  if (named.length > 1)
    problems.push({
      field: 'offering',
      code: 'ambiguous',
      detail: 'Several offerings are called that: write the id of the one you mean.',
    });
  const [only] = named;
  return problems.length > 0 || !email || !name || !only
    ? { ok: false, problems }
    : { ok: true, wish: { email, name, offeringId: only } };
}

/** Two rows are of one place if they agree in this, whatever else they say. */
export function samePlace({ email, offeringId }: Pick<EnrollmentOnFile, 'email' | 'offeringId'>): string {
  return `${offeringId} ${email}`;
}
