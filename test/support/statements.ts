import { expect } from '@jest/globals';
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

/** Cuts the connection when the n-th statement is about to be sent. Answers whether it came to that. */
export async function killedAt(statement: number, act: () => Promise<(Error | null)[]>): Promise<boolean> {
  const query = Object.getOwnPropertyDescriptor(pg.Client.prototype, 'query');
  if (!query) throw new Error('pg keeps its queries somewhere else now');
  const original = query.value as (...parameters: unknown[]) => unknown;
  let sent = 0;
  const counted = function (this: pg.Client & { connection: { stream: { destroy(): void } } }, ...parameters: unknown[]) {
    sent += 1;
    if (sent === statement) this.connection.stream.destroy();
    return Reflect.apply(original, this, parameters);
  };
  Object.defineProperty(pg.Client.prototype, 'query', { ...query, value: counted });
  try {
    const outcomes = await act().catch((error: unknown) => [error]);
    const died = sent >= statement;
    expect(outcomes.some(Boolean)).toBe(died);
    return died;
  } finally {
    Object.defineProperty(pg.Client.prototype, 'query', query);
  }
}
