/** The kinds of later work there are, by the names that stand in the outbox; the application has words for each. */
export const JOB_NAMES = [
  'issue-credential',
  'award-requalified',
  'award-historic',
  'store-successor',
  'make-vc-jwts',
  'tell-learners',
  'sign-endorsement',
  'revoke-batch',
  'publish-status-list',
  'publish-key-history',
  'find-reissues',
  'reissue-for-key',
  'enroll-row',
  'enrollment-act',
  'make-personal-export',
  'erase-person',
  'send-mail',
  'tell-webhooks',
  'deliver-webhook',
  'desire-scores',
  'send-score',
  'read-roster',
  'register-notice-handler',
] as const;
export type JobName = (typeof JOB_NAMES)[number];

const KNOWN: ReadonlySet<string> = new Set(JOB_NAMES);

/** False: an earlier version put it into the outbox. */
export function isJobName(name: string): name is JobName {
  return KNOWN.has(name);
}
