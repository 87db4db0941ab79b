/** What the scheduler does again and again, by the names that the timetable (`src/roles/duties.ts`) gives it; the application has words for each. */
export const DUTY_NAMES = [
  'reconcile-outbox',
  'repair-credentials',
  'repair-historic-awards',
  'complete-signed-forms',
  'expire-credentials',
  'seal-audit-chain',
  'forget-old-requests',
  'forget-views',
  'forget-personal-exports',
  'start-due-erasures',
  'carry-out-retention',
  'forget-webhook-deliveries',
  'forget-launches',
  'repair-scores',
  'ask-for-rosters',
  'expire-enrollments',
  'tell-deadlines',
  'close-run-out-attempts',
  'forget-uploads',
  'sweep-storage',
] as const;
export type DutyName = (typeof DUTY_NAMES)[number];
