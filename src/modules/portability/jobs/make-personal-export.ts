import { defineJob } from '../../../platform/queue/job.js';

/** Somebody asked for all that is held about them. */
export const makePersonalExport = defineJob<{ exportId: string }>('make-personal-export', 'maintenance', 5);
