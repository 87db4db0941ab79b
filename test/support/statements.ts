import pg from 'pg';

/** Counts the statements that reach any database while `act` runs, transaction control included. */
export async function countStatements(act: () => Promise<unknown>): Promise<number> {
  const query = Object.getOwnPropertyDescriptor(pg.Client.prototype, 'query');
  if (!query) throw new Error('pg keeps its queries somewhere else now');
  const original = query.value as (...parameters: unknown[]) => unknown;
  let count = 0;
  const counted = function (this: pg.Client, ...parameters: unknown[]) {
    count += 1;
    return Reflect.apply(original, this, parameters);
  };
  Object.defineProperty(pg.Client.prototype, 'query', { ...query, value: counted });
  try {
    await act();
    return count;
  } finally {
    Object.defineProperty(pg.Client.prototype, 'query', query);
  }
}
