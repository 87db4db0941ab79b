import { defineChunkedJob } from '../../../platform/queue/job.js';

/** A pass was given: the credential it earns is to be issued. Handled by the credentials module, many at once. */
export const issueCredential = defineChunkedJob<{ enrollmentId: string; assessmentId: string }>(
  'issue-credential',
  'credentials',
  30,
);
