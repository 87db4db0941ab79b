import type { ArrayParameter } from './array-parameter.js';
import { uuidArray } from './uuid-array.js';
import { textArray } from './text-array.js';

/** A Buffer holds text in UTF-8. */
type Value = string | number | boolean | Date | Buffer | null;

/** The columns of a table that rows are written to, in the order of their values, with their types. The first one tells rows apart. */
export type Columns = Readonly<Record<string, string>>;

export interface Insertion {
  text: string;
  values: (ArrayParameter | Buffer | string | null)[];
}

/**
 * `insert into … select …` for many rows, and its parameters. Rows of 4 KB cost PostgreSQL a quarter of what they cost as multi-row
 * `VALUES`, where each value is a parameter to be planned, and the text of the statement does not grow with the rows. They are written in
 * their order. `where`, `on conflict` and `returning` may follow. `after`: how many parameters of the statement come before these.
 */
export function insertion(table: string, columns: Columns, rows: readonly (readonly Value[])[], after = 0): Insertion {
  const { text, values } = selection(columns, rows, after);
  return { text: `insert into ${table} (${Object.keys(columns).join(', ')}) ${text}`, values };
}

/**
 * `select … from (select unnest …)` that answers the rows, and its parameters: one array for each column, of ids or of texts that the
 * statement casts, or one text where all rows have the same. One `unnest` of all arrays in `from` would put each of them aside as a table
 * before it takes the first row.
 */
export function selection(columns: Columns, rows: readonly (readonly Value[])[], after = 0): Insertion {
  const values: Insertion['values'] = [];
  const [casts, arrays]: [string[], string[]] = [[], []];
  Object.entries(columns).forEach(([name, type], place) => {
    const shared = place > 0 ? sharedBy(rows, place) : undefined;
    const parameter = `$${after + values.length + 1}`;
    if (shared === undefined) {
      const isId = type === 'uuid';
      values.push(
        isId
          ? uuidArray(
              rows.map((row) => idOf(row[place])),
              name,
            )
          : textArray(rows.map((row) => written(row[place]))),
      );
      arrays.push(`unnest(${parameter}::${isId ? 'uuid' : 'text'}[]) as ${name}`);
      casts.push(isId ? name : `${name}::${type}`);
    } else {
      values.push(shared);
      casts.push(`${parameter}::text::${type}`);
    }
  });
  return { text: `select ${casts.join(', ')} from (select ${arrays.join(', ')}) as row`, values };
}

/** What all rows have in a column; undefined where they differ, or where there are none. */
function sharedBy(rows: readonly (readonly Value[])[], place: number): string | Buffer | null | undefined {
  const first = rows[0]?.[place];
  return rows.length > 0 && rows.every((row) => row[place] === first) ? written(first) : undefined;
}

function idOf(value: Value | undefined): string | null {
  const id = written(value);
  return id === null || typeof id === 'string' ? id : id.toString();
}

function written(value: Value | undefined): string | Buffer | null {
  if (value === undefined) throw new TypeError('A row has fewer values than there are columns');
  if (value === null || typeof value === 'string' || Buffer.isBuffer(value)) return value;
  return value instanceof Date ? value.toISOString() : String(value);
}
