import { defineJob } from '../../../platform/queue/job.js';

/** Somebody confirmed that people who qualify by a later edition are to have its credential. */
export const awardRequalified = defineJob<{ requalificationId: string }>('award-requalified', 'credentials', 30);
