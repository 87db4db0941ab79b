import { defineJob } from '../../../platform/queue/job.js';

/** A new form of a credential was planned: it is to be signed and stored, if whoever planned it has not done so. */
export const storeSuccessor = defineJob<{ intentId: string }>('store-successor', 'credentials', 30);
