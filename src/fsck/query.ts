/** Rows of every institution. */
export type Query = <Row>(sql: string, parameters?: readonly unknown[]) => Promise<Row[]>;

/** Reads a table in pages by its id, so that its size does not matter. `sql` takes the id to go on after as `$1` and the limit as `$2`. */
export async function* pages<Row extends { id: string }>(query: Query, sql: string, size = 500): AsyncGenerator<Row[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await query<Row>(sql, [after, size]);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < size) return;
    after = last.id;
  }
}
