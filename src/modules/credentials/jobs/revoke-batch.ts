import { defineJob } from '../../../platform/queue/job.js';

/** The time to call a batch of revocations off is over: it is to be carried out. */
export const revokeBatch = defineJob<{ batchId: string }>('revoke-batch', 'credentials', 30);
