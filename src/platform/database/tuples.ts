// The protocol counts bind parameters with 16 bits.
const MOST_PARAMETERS = 65_535;

/**
 * The tuples of `insert … values` for many rows, and their parameters. Each value goes as a parameter of its own: arrays of
 * JSON texts for `unnest` cost six times as much, because every quote in them is escaped and parsed again.
 */
export function tuples(rows: readonly (readonly unknown[])[]): { text: string; values: unknown[] } {
  const values = rows.flat();
  if (values.length > MOST_PARAMETERS) throw new RangeError(`${rows.length} rows are too many for one statement`);
  let number = 0;
  const text = rows.map((row) => `(${row.map(() => `$${(number += 1)}`).join(',')})`).join(',');
  return { text, values };
}
