import { defineChunkedJob, defineJob } from '../../../platform/queue/job.js';

/** A key was reported as compromised: whatever credentials it signed are to be found, and each one queued. */
export const findReissues = defineJob<{ keyId: string }>('find-reissues', 'credentials', 30);

/** The key behind this form of a credential counts no more: it is to be signed anew. */
export const reissueForKey = defineChunkedJob<{ credentialId: string }>('reissue-for-key', 'credentials', 30);
