import { defineJob } from '../../../platform/queue/job.js';

/** A signing key came, retired or was compromised: the published history is to tell it. */
export const publishKeyHistory = defineJob<{ version: number }>('publish-key-history', 'credentials', 30);
