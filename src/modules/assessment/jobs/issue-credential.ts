import { defineJob } from '../../../platform/queue/job.js';

/** A pass was given: the credential it earns is to be issued. Handled by the credentials module. */
export const issueCredential = defineJob<{ enrollmentId: string; assessmentId: string }>('issue-credential', 'credentials', 30);
