import { sqlState } from './unit-of-work.js';

/** Serialization failure and deadlock: nothing is wrong, it only met another transaction. */
const CONFLICT = /^40/;
/** Connection, resources, shutdown; `E…` are the codes of the network. */
const AWAY = /^(08|53|57|E)/;
const AWAY_WORDS = /timeout exceeded when trying to connect|Connection terminated/;

/** Whether some of the written rows may be at fault, and not the database or its neighbours. */
export function blamesRow(error: unknown): boolean {
  // Not even rolled back: the connection is gone.
  if (error instanceof AggregateError) return false;
  const code = sqlState(error);
  if (code !== undefined) return !AWAY.test(code) && !CONFLICT.test(code);
  return !(error instanceof Error && AWAY_WORDS.test(error.message));
}
