import { sqlState } from '../../../platform/database/unit-of-work.js';

export { blamesRow as blamesItem } from '../../../platform/database/blames-row.js';

const MOST_TRIES = 3;
/** Serialization failure and deadlock: nothing is wrong, it only met another transaction. */
const CONFLICT = /^40/;

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
