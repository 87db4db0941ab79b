import { defineJob } from '../../../platform/queue/job.js';

/** Which score: what it is, and whether it still has to be sent, says its row. */
export interface ScoreToSend {
  lineItemId: string;
  identityId: string;
}

export const sendScore = defineJob<ScoreToSend>('send-score', 'integrations', 30);
