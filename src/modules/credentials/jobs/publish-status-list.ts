import { defineJob } from '../../../platform/queue/job.js';

/**
 * The bits of a status list changed: its signed form is to follow. Not in the queue of credentials, where it would wait behind a backlog
 * of badges: a revocation is to be seen within a second.
 */
export const publishStatusList = defineJob<{ listId: string }>('publish-status-list', 'maintenance', 30);
