import { commonFrame, type FramedText, wholeText } from '../framed-text.js';
import { textArray } from './text-array.js';

type Single = string | number | boolean | Date | null;
type Value = Single | FramedText;

/** The columns of a table that rows are written to, in the order of their values, with their types. The first one tells rows apart. */
export type Columns = Readonly<Record<string, string>>;

export interface Insertion {
  text: string;
  values: (Buffer | string | null)[];
}

export interface InsertionTerms {
  /** How many parameters of the statement come before these. */
  after?: number;
  /** Columns that follow from the others: an expression that names those. */
  derived?: Readonly<Record<string, string>>;
}

// PostgreSQL's bound on the arguments of a function.
const MOST_PIECES = 100;

/**
 * `insert into … select … from unnest` for many rows, and its parameters: one text array for each column, whose elements the statement
 * casts, or one text where all rows have the same. Rows of 4 KB cost PostgreSQL a quarter of what they cost as multi-row `VALUES`, where
 * each value is a parameter to be planned, and the text of the statement does not grow with the rows. Of texts with a common frame it is
 * sent once, with arrays of what is each one's own. Rows are written in their order. `where`, `on conflict` and `returning` may follow.
 */
export function insertion(
  table: string,
  columns: Columns,
  rows: readonly (readonly Value[])[],
  { after = 0, derived = {} }: InsertionTerms = {},
): Insertion {
  const sent = new SentRows(rows, after);
  const casts = Object.entries(columns).map(([name, type], place) => ({ name, cast: sent.column(name, type, place) }));
  const names = [...Object.keys(columns), ...Object.keys(derived)];
  const into = `insert into ${table} (${names.join(', ')})`;
  if (names.length === casts.length) {
    return { text: `${into} select ${casts.map(({ cast }) => cast).join(', ')} from ${sent.from}`, values: sent.values };
  }
  // `offset 0`: otherwise what derived columns are made of would be worked out again for each of them.
  const written = `(select ${casts.map(({ name, cast }) => `${cast} as ${name}`).join(', ')} from ${sent.from} offset 0) as written`;
  const selected = [...Object.keys(columns), ...Object.values(derived)];
  return { text: `${into} select ${selected.join(', ')} from ${written}`, values: sent.values };
}

/** Rows as parameters, column by column, and what they are unnested from. */
class SentRows {
  readonly values: Insertion['values'] = [];
  private readonly arrays: string[] = [];
  private readonly varying: string[] = [];

  constructor(
    private readonly rows: readonly (readonly Value[])[],
    private readonly after: number,
  ) {}

  get from(): string {
    return `unnest(${this.arrays.join(', ')}) as row (${this.varying.join(', ')})`;
  }

  /** The expression for a column. */
  column(name: string, type: string, place: number): string {
    const texts = this.rows.map((row) => row[place]);
    if (texts.length > 0 && texts.every(isFramed)) return this.framed(name, type, texts);
    const all = texts.map(single);
    const isShared = place > 0 && all.length > 0 && all.every((value) => value === all[0]);
    return isShared ? `${this.parameter(all[0] ?? null)}::text::${type}` : `${this.array(name, all)}::${type}`;
  }

  private framed(name: string, type: string, texts: readonly FramedText[]): string {
    const frame = commonFrame(texts);
    if (!frame || 2 * frame.length > MOST_PIECES) return `${this.array(name, texts.map(wholeText))}::${type}`;
    const pieces: string[] = [];
    let fixed = frame[0] as string;
    for (let place = 1; place < frame.length; place += 1) {
      const own = texts.map((text) => text.own[place - 1] as string);
      const [first] = own as [string];
      if (own.every((text) => text === first)) fixed += first;
      else {
        pieces.push(`${this.parameter(fixed)}::text`, this.array(`${name}_${place}`, own));
        fixed = '';
      }
      fixed += frame[place] as string;
    }
    pieces.push(`${this.parameter(fixed)}::text`);
    return `concat(${pieces.join(', ')})::${type}`;
  }

  private array(name: string, texts: readonly (string | null)[]): string {
    this.arrays.push(`${this.parameter(textArray(texts))}::text[]`);
    this.varying.push(name);
    return name;
  }

  private parameter(value: Buffer | string | null): string {
    this.values.push(value);
    return `$${this.after + this.values.length}`;
  }
}

function isFramed(value: Value | undefined): value is FramedText {
  return typeof value === 'object' && value !== null && 'frame' in value;
}

function single(value: Value | undefined): string | null {
  if (value === undefined) throw new TypeError('A row has fewer values than there are columns');
  if (value === null || typeof value === 'string') return value;
  if (isFramed(value)) return wholeText(value);
  return value instanceof Date ? value.toISOString() : String(value);
}
