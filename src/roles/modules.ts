import { AssessmentHttpModule } from '../modules/assessment/index.js';
import { CalendarHttpModule } from '../modules/calendar/index.js';
import { CatalogHttpModule } from '../modules/catalog/index.js';
import { CredentialsHttpModule, CredentialsJobsModule } from '../modules/credentials/index.js';
import { EnrollmentHttpModule, EnrollmentJobsModule } from '../modules/enrollment/index.js';
import { ExchangeHttpModule } from '../modules/exchange/index.js';
import { InstitutionsHttpModule } from '../modules/institutions/index.js';
import { LearningHttpModule } from '../modules/learning/index.js';
import {
  LtiGradesHttpModule,
  LtiGradesJobsModule,
  LtiAccountsHttpModule,
  LtiLaunchingHttpModule,
  LtiNoticesHttpModule,
  LtiNoticesJobsModule,
  LtiRegisteringHttpModule,
  LtiRostersHttpModule,
  LtiRostersJobsModule,
} from '../modules/lti/index.js';
import { NotificationsHttpModule } from '../modules/notifications/index.js';
import { OperationsHttpModule } from '../modules/operations/index.js';
import { PeopleHttpModule } from '../modules/people/index.js';
import { PortabilityHttpModule, PortabilityJobsModule } from '../modules/portability/index.js';
import { ReportingHttpModule } from '../modules/reporting/index.js';
import { ShowcaseHttpModule, ShowcaseModule } from '../modules/showcase/index.js';
import { UploadsHttpModule } from '../platform/uploads/uploads.module.js';
import { WebhooksHttpModule, WebhooksJobsModule } from '../modules/webhooks/index.js';
import { MailHttpModule } from '../platform/mail/mail-http.module.js';
import { MailWorkerModule } from '../platform/mail/mail-worker.module.js';

/** Controllers of each module: what the api role serves. */
export const httpModules = [
  InstitutionsHttpModule,
  PeopleHttpModule,
  CatalogHttpModule,
  EnrollmentHttpModule,
  LearningHttpModule,
  AssessmentHttpModule,
  CredentialsHttpModule,
  ExchangeHttpModule,
  PortabilityHttpModule,
  ReportingHttpModule,
  CalendarHttpModule,
  NotificationsHttpModule,
  ShowcaseHttpModule,
  WebhooksHttpModule,
  LtiAccountsHttpModule,
  LtiLaunchingHttpModule,
  LtiRegisteringHttpModule,
  LtiGradesHttpModule,
  LtiNoticesHttpModule,
  LtiRostersHttpModule,
  OperationsHttpModule,
  MailHttpModule,
  UploadsHttpModule,
];

/** Job handlers of each module, and what makes the files of their letters: what the worker role runs. */
export const jobModules = [
  MailWorkerModule,
  EnrollmentJobsModule,
  CredentialsJobsModule,
  PortabilityJobsModule,
  ShowcaseModule,
  WebhooksJobsModule,
  LtiGradesJobsModule,
  LtiNoticesJobsModule,
  LtiRostersJobsModule,
];
