import { defineJob } from '../../../platform/queue/job.js';

/** One attempt. Which one it is says whether it was made already. */
export interface PlannedAttempt {
  deliveryId: string;
  round: number;
  /** From 1, over all rounds. */
  number: number;
  /** How often it found no place at its endpoint. */
  deferred: number;
}

export const deliverWebhook = defineJob<PlannedAttempt>('deliver-webhook', 'integrations', 30);
