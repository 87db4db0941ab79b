import { Module } from '@nestjs/common';
import { EnrollmentModule } from '../enrollment/index.js';
import { AuditRepository } from './data/audit.repository.js';
import { CompletionsRepository } from './data/completions.repository.js';
import { ExportsRepository } from './data/exports.repository.js';
import { FindingQuery } from './data/finding.query.js';
import { OverviewRepository } from './data/overview.repository.js';
import { RosterRepository } from './data/roster.repository.js';
import { AuditController } from './http/audit.controller.js';
import { CompletionsController } from './http/completions.controller.js';
import { FindingController } from './http/finding.controller.js';
import { OverviewController } from './http/overview.controller.js';
import { RosterController } from './http/roster.controller.js';
import { ExportCompletions } from './use-cases/export-completions.js';
import { FindThings } from './use-cases/find-things.js';
import { PlanEnrollmentAct } from './use-cases/plan-enrollment-act.js';
import { ReadAuditLog } from './use-cases/read-audit-log.js';
import { ReadCompletions } from './use-cases/read-completions.js';
import { ReadOverview } from './use-cases/read-overview.js';
import { ReadRoster } from './use-cases/read-roster.js';
import { StreamCsv } from './use-cases/stream-csv.js';

const repositories = [
  AuditRepository,
  CompletionsRepository,
  ExportsRepository,
  FindingQuery,
  OverviewRepository,
  RosterRepository,
];
const useCases = [
  ExportCompletions,
  FindThings,
  PlanEnrollmentAct,
  ReadAuditLog,
  ReadCompletions,
  ReadOverview,
  ReadRoster,
  StreamCsv,
];

@Module({ imports: [EnrollmentModule], providers: [...repositories, ...useCases], exports: useCases })
export class ReportingModule {}

@Module({
  imports: [ReportingModule],
  controllers: [AuditController, CompletionsController, FindingController, OverviewController, RosterController],
})
export class ReportingHttpModule {}
