import { AsyncLocalStorage } from 'node:async_hooks';
import { expect } from '@jest/globals';
import pg from 'pg';

type Destructible = pg.Client & { connection: { stream: { destroy(): void } } };

/** Counts the statements that reach any database for `act`, transaction control included. */
export async function countStatements(act: () => Promise<unknown>): Promise<number> {
  let count = 0;
  await withEachStatement(() => (count += 1), act);
  expect(count).toBeGreaterThan(0);
  return count;
}

/** Cuts the connection when the n-th statement is about to be sent. Answers whether it came to that. */
export async function killedAt(statement: number, act: () => Promise<(Error | null)[]>): Promise<boolean> {
  let sent = 0;
  const outcomes = await withEachStatement(
    (client) => {
      sent += 1;
      if (sent === statement) client.connection.stream.destroy();
    },
    () => act().catch((error: unknown) => [error]),
  );
  const died = sent >= statement;
  expect(outcomes.some(Boolean)).toBe(died);
  return died;
}

/** Tells of each statement that `act` is about to send; not of what looks after itself in the same process, such as a listener that polls. */
async function withEachStatement<T>(tell: (client: Destructible) => void, act: () => Promise<T>): Promise<T> {
  const query = Object.getOwnPropertyDescriptor(pg.Client.prototype, 'query');
  if (!query) throw new Error('pg keeps its queries somewhere else now');
  const original = query.value as (...parameters: unknown[]) => unknown;
  const ofAct = new AsyncLocalStorage<true>();
  const told = function (this: Destructible, ...parameters: unknown[]) {
    if (ofAct.getStore()) tell(this);
    return Reflect.apply(original, this, parameters);
  };
  Object.defineProperty(pg.Client.prototype, 'query', { ...query, value: told });
  try {
    return await ofAct.run(true, act);
  } finally {
    Object.defineProperty(pg.Client.prototype, 'query', query);
  }
}
