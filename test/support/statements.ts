import pg from 'pg';

/** Counts the statements that reach any database while `act` runs, transaction control included. */
export async function countStatements(act: () => Promise<unknown>): Promise<number> {
  const { query } = pg.Client.prototype;
  let count = 0;
  pg.Client.prototype.query = function counted(this: pg.Client, ...parameters: unknown[]) {
    count += 1;
    return Reflect.apply(query, this, parameters) as never;
  } as typeof query;
  try {
    await act();
    return count;
  } finally {
    pg.Client.prototype.query = query;
  }
}
