import { ForgetOldRequests } from '../platform/database/forget-old-requests.js';
import { ReconcileOutbox } from '../platform/queue/reconcile-outbox.js';
import type { ScheduledDuty } from '../platform/scheduler/duty.js';

/** The timetable of the scheduler. */
export const duties: readonly ScheduledDuty[] = [
  { name: 'reconcile-outbox', everySeconds: 10, provider: ReconcileOutbox, imports: [] },
  { name: 'forget-old-requests', everySeconds: 3_600, provider: ForgetOldRequests, imports: [] },
];
