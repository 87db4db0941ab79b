import { sqlState } from '../../../platform/database/unit-of-work.js';

const MOST_TRIES = 3;
/** Serialization failure and deadlock: nothing is wrong, it only met another transaction. */
const CONFLICT = /^40/;
/** Connection, resources, shutdown; `E…` are the codes of the network. */
const AWAY = /^(08|53|57|E)/;
const AWAY_WORDS = /timeout exceeded when trying to connect|Connection terminated/;

/** Runs `write`, a whole transaction, again while it only met another one. */
export async function retryConflicts<Result>(write: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write();
    } catch (error) {
      if (attempt === MOST_TRIES || !CONFLICT.test(sqlState(error) ?? '')) throw error;
    }
  }
}

/** Whether some of the written rows may be at fault, and not the database or its neighbours. */
export function blamesItem(error: unknown): boolean {
  const code = sqlState(error);
  if (code !== undefined) return !AWAY.test(code) && !CONFLICT.test(code);
  return !(error instanceof Error && AWAY_WORDS.test(error.message));
}
