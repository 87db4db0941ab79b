import {
  CompleteSignedForms,
  CredentialsModule,
  ExpireCredentials,
  ForgetViews,
  RepairCredentials,
  RepairHistoricAwards,
} from '../modules/credentials/index.js';
import { EnrollmentModule, ExpireEnrollments } from '../modules/enrollment/index.js';
import { CloseRunOutAttempts, LearningModule } from '../modules/learning/index.js';
import {
  AskForRoster,
  ForgetLaunches,
  LtiGradesModule,
  LtiLaunchesModule,
  LtiRostersModule,
  RepairScores,
} from '../modules/lti/index.js';
import {
  CarryOutRetention,
  ErasureModule,
  ForgetPersonalExports,
  PersonalExportsModule,
  RetentionModule,
  StartDueErasures,
} from '../modules/portability/index.js';
import type { DutyName } from '../modules/operations/index.js';
import { NotificationsModule, TellDeadlines } from '../modules/notifications/index.js';
import { ForgetWebhookDeliveries, WebhooksModule } from '../modules/webhooks/index.js';
import { ForgetOldRequests } from '../platform/database/forget-old-requests.js';
import { EventsModule } from '../platform/events/events.module.js';
import { SealAuditChain } from '../platform/events/seal-audit-chain.js';
import { ReconcileOutbox } from '../platform/queue/reconcile-outbox.js';
import type { ScheduledDuty } from '../platform/scheduler/duty.js';
import { StorageModule } from '../platform/storage/storage.module.js';
import { ForgetUploads } from '../platform/uploads/forget-uploads.js';
import { UploadsModule } from '../platform/uploads/uploads.module.js';
import { SweepStorage } from '../platform/storage/sweep-storage.js';

/** The timetable of the scheduler. */
export const duties: readonly (ScheduledDuty & { name: DutyName })[] = [
  { name: 'reconcile-outbox', everySeconds: 10, provider: ReconcileOutbox, imports: [] },
  { name: 'repair-credentials', everySeconds: 10, provider: RepairCredentials, imports: [CredentialsModule] },
  { name: 'repair-historic-awards', everySeconds: 10, provider: RepairHistoricAwards, imports: [CredentialsModule] },
  { name: 'complete-signed-forms', everySeconds: 60, provider: CompleteSignedForms, imports: [CredentialsModule] },
  { name: 'expire-credentials', everySeconds: 600, provider: ExpireCredentials, imports: [CredentialsModule] },
  { name: 'seal-audit-chain', everySeconds: 10, provider: SealAuditChain, imports: [EventsModule] },
  { name: 'forget-old-requests', everySeconds: 3_600, provider: ForgetOldRequests, imports: [] },
  { name: 'forget-views', everySeconds: 3_600, provider: ForgetViews, imports: [CredentialsModule] },
  { name: 'forget-personal-exports', everySeconds: 3_600, provider: ForgetPersonalExports, imports: [PersonalExportsModule] },
  { name: 'start-due-erasures', everySeconds: 600, provider: StartDueErasures, imports: [ErasureModule] },
  { name: 'carry-out-retention', everySeconds: 3_600, provider: CarryOutRetention, imports: [RetentionModule] },
  { name: 'forget-webhook-deliveries', everySeconds: 3_600, provider: ForgetWebhookDeliveries, imports: [WebhooksModule] },
  { name: 'forget-launches', everySeconds: 600, provider: ForgetLaunches, imports: [LtiLaunchesModule] },
  { name: 'repair-scores', everySeconds: 30, provider: RepairScores, imports: [LtiGradesModule] },
  { name: 'ask-for-rosters', everySeconds: 600, provider: AskForRoster, imports: [LtiRostersModule] },
  { name: 'expire-enrollments', everySeconds: 60, provider: ExpireEnrollments, imports: [EnrollmentModule] },
  { name: 'tell-deadlines', everySeconds: 600, provider: TellDeadlines, imports: [NotificationsModule] },
  { name: 'close-run-out-attempts', everySeconds: 60, provider: CloseRunOutAttempts, imports: [LearningModule] },
  { name: 'forget-uploads', everySeconds: 3_600, provider: ForgetUploads, imports: [UploadsModule] },
  { name: 'sweep-storage', everySeconds: 3_600, provider: SweepStorage, imports: [StorageModule] },
];
