import type { KnownLineItem } from '../../data/line-items.repository.js';
import type { KeptScore } from '../../data/scores.repository.js';
import type { ServiceFailure } from '../../domain/service-problem.js';

/** An attempt that has begun: until its lease is over nobody else makes one. */
export interface BegunSending {
  kept: KeptScore & { lastTimestamp: Date };
  lineItem: KnownLineItem;
}

/** What came of it. */
export type SendingResult =
  | { ok: true }
  | ServiceFailure
  /** The column is there, and the platform grades this person in none. */
  | { ok: false; problem: 'not_gradable' }
  /** Work that waits for its verdict is not told where a grade is already. */
  | { ok: false; problem: 'graded_there' }
  /** The column went elsewhere. */
  | { ok: false; problem: 'moved'; url: string };
