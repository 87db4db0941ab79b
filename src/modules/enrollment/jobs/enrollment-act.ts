import { defineJob } from '../../../platform/queue/job.js';

/** An act on many places was confirmed, or is to be undone. */
export const enrollmentAct = defineJob<{ actId: string }>('enrollment-act', 'maintenance', 30);
