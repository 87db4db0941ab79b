import { defineJob } from '../../../platform/queue/job.js';

/** An endorsement was given: it is to be signed, and handed to whom it endorses. */
export const signEndorsement = defineJob<{ endorsementId: string }>('sign-endorsement', 'credentials', 30);
