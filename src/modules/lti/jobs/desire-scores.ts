import { defineChunkedJob } from '../../../platform/queue/job.js';

/** Whose scores, or those of which column, are worked out anew. Written by the database itself, beside what may change them. */
export interface ScoresToDesire {
  personId?: string;
  lineItemId?: string;
}

// In a queue of its own kind: platforms that are slow must not keep what happens from becoming scores.
export const desireScores = defineChunkedJob<ScoresToDesire>('desire-scores', 'notifications', 30);
