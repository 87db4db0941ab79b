/** The columns of a file of awards from before Cairn. */
export const HISTORIC_COLUMNS = [
  'email',
  'name',
  'edition',
  'awarded_on',
  'reference',
  'result',
  'evidence_url',
  'language',
  'show',
] as const;
export type HistoricColumn = (typeof HISTORIC_COLUMNS)[number];

const REQUIRED: readonly HistoricColumn[] = ['email', 'name', 'edition', 'awarded_on'];

/** A column that is not there, is there twice, or means nothing. */
export interface HeaderProblem {
  field: string;
  code: string;
  /** What to do. */
  detail: string;
}

/** What can be wrong with a row beside a cell that is empty or cannot be used. */
export type RowFault = 'cells' | 'nothing_to_show' | 'in_the_future' | 'too_early' | 'run_out' | 'repeated' | 'member_suspended';

/** Something that is wrong with a row. `field` is the column; empty for the row as a whole. */
export interface RowProblem {
  field: HistoricColumn | '';
  code: 'required' | 'unusable' | 'unknown' | RowFault;
  /** What to do, in English; `historic-rows.de.ts` says it in German. */
  detail: string;
  /** What the sentence names: the `line` that a row repeats, the columns that it has `missing`. */
  params?: Readonly<Record<string, string | number>>;
}

export type HistoricHeader =
  | { readonly ok: true; readonly columns: readonly HistoricColumn[] }
  | { readonly ok: false; readonly problems: readonly HeaderProblem[] };

/** Columns in any order and case. One that is unknown is refused: what it holds would be left out without a word. */
export function readHistoricHeader(cells: readonly string[]): HistoricHeader {
  const names = cells.map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  );
  const known: readonly string[] = HISTORIC_COLUMNS;
  const problems: HeaderProblem[] = [
    ...names
      .filter((name) => !known.includes(name))
      .map((name) => ({ field: name.slice(0, 100), code: 'unknown', detail: `The columns are ${HISTORIC_COLUMNS.join(', ')}.` })),
    ...known
      .filter((name) => names.indexOf(name) !== names.lastIndexOf(name))
      .map((field) => ({ field, code: 'repeated', detail: 'Keep one column of that name.' })),
    ...REQUIRED.filter((name) => !names.includes(name)).map((field) => ({
      field,
      code: 'required',
      detail: 'Add a column of that name to the first line.',
    })),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, columns: names as HistoricColumn[] };
}
