import { commonFrame, type FramedText, wholeText } from '../framed-text.js';
import type { ArrayParameter } from './array-parameter.js';
import { textArray } from './text-array.js';
import { uuidArray } from './uuid-array.js';

type Value = string | number | boolean | Date | FramedText | null;
type Rows = readonly (readonly Value[])[];

/** The columns of a table that rows are written to, in the order of their values, with their types. The first one tells rows apart. */
export type Columns = Readonly<Record<string, string>>;

export interface Insertion {
  text: string;
  values: (ArrayParameter | string | null)[];
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
 * `insert into … select …` for many rows, and its parameters. Rows of 4 KB cost PostgreSQL a quarter of what they cost as multi-row
 * `VALUES`, where each value is a parameter to be planned, and the text of the statement does not grow with the rows. They are written in
 * their order. `where`, `on conflict` and `returning` may follow.
 */
export function insertion(table: string, columns: Columns, rows: Rows, { after, derived = {} }: InsertionTerms = {}): Insertion {
  const { text, values } = selection(columns, rows, after);
  const into = `insert into ${table} (${[...Object.keys(columns), ...Object.keys(derived)].join(', ')})`;
  const expressions = Object.values(derived);
  if (expressions.length === 0) return { text: `${into} ${text}`, values };
  // `offset 0`: otherwise what derived columns are made of would be worked out again for each of them.
  return { text: `${into} select written.*, ${expressions.join(', ')} from (${text} offset 0) as written`, values };
}

/**
 * `select … from (select unnest …)` that answers the rows, and its parameters: one array for each column, of ids or of texts that the
 * statement casts, or one text where all rows have the same. Of texts with a common frame that is sent once, with arrays of what is each
 * one's own. One `unnest` of all arrays in `from` would put each of them aside as a table before it takes the first row.
 */
export function selection(columns: Columns, rows: Rows, after = 0): Insertion {
  const sent = new SentRows(rows, after);
  const selected = Object.entries(columns).map(([name, type], place) => `${sent.column(name, type, place)} as ${name}`);
  return { text: `select ${selected.join(', ')} from (select ${sent.arrays.join(', ')}) as row`, values: sent.values };
}

/** Rows as parameters, column by column. */
class SentRows {
  readonly values: Insertion['values'] = [];
  readonly arrays: string[] = [];

  constructor(
    private readonly rows: Rows,
    private readonly after: number,
  ) {}

  /** The expression for a column. */
  column(name: string, type: string, place: number): string {
    const column = this.rows.map((row) => row[place]);
    if (column.length > 0 && column.every(isFramed)) return this.framed(name, type, column);
    const [first] = column;
    if (place > 0 && column.length > 0 && column.every((value) => value === first)) {
      return `${this.parameter(written(first))}::text::${type}`;
    }
    return this.array(name, type, column.map(written));
  }

  private framed(name: string, type: string, texts: readonly FramedText[]): string {
    const frame = commonFrame(texts);
    if (!frame || 2 * frame.length > MOST_PIECES) return this.array(name, type, texts.map(wholeText));
    const pieces: string[] = [];
    let fixed = frame[0] as string;
    for (let place = 1; place < frame.length; place += 1) {
      const own = texts.map((text) => text.own[place - 1] as string);
      const [first] = own as [string];
      if (own.every((text) => text === first)) fixed += first;
      else {
        pieces.push(`${this.parameter(fixed)}::text`, this.array(`${name}_${place}`, 'text', own));
        fixed = '';
      }
      fixed += frame[place] as string;
    }
    pieces.push(`${this.parameter(fixed)}::text`);
    return `concat(${pieces.join(', ')})::${type}`;
  }

  private array(name: string, type: string, column: readonly (string | null)[]): string {
    const isId = type === 'uuid';
    const parameter = this.parameter(isId ? uuidArray(column, name) : textArray(column));
    this.arrays.push(`unnest(${parameter}::${isId ? 'uuid' : 'text'}[]) as ${name}`);
    return isId ? name : `${name}::${type}`;
  }

  private parameter(value: ArrayParameter | string | null): string {
    this.values.push(value);
    return `$${this.after + this.values.length}`;
  }
}

function isFramed(value: Value | undefined): value is FramedText {
  return typeof value === 'object' && value !== null && 'frame' in value;
}

function written(value: Value | undefined): string | null {
  if (value === undefined) throw new TypeError('A row has fewer values than there are columns');
  if (value === null || typeof value === 'string') return value;
  if (isFramed(value)) return wholeText(value);
  return value instanceof Date ? value.toISOString() : String(value);
}
