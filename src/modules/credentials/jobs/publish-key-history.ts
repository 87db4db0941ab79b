import { defineJob } from '../../../platform/queue/job.js';

/** A signing key came, retired or was compromised: the published history is to tell it. */
export const publishKeyHistory = defineJob<Record<never, never>>('publish-key-history', 'credentials', 30);
