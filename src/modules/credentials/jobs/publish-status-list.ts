import { defineJob } from '../../../platform/queue/job.js';

/** The bits of a status list changed: its signed form is to follow. */
export const publishStatusList = defineJob<{ listId: string }>('publish-status-list', 'credentials', 30);
