import { Module } from '@nestjs/common';
import { EnrollmentModule } from '../enrollment/index.js';
import { CompletionsRepository } from './data/completions.repository.js';
import { FindingQuery } from './data/finding.query.js';
import { CompletionsController } from './http/completions.controller.js';
import { FindingController } from './http/finding.controller.js';
import { ExportCompletions } from './use-cases/export-completions.js';
import { FindThings } from './use-cases/find-things.js';
import { ReadCompletions } from './use-cases/read-completions.js';

@Module({
  imports: [EnrollmentModule],
  providers: [CompletionsRepository, FindingQuery, ReadCompletions, ExportCompletions, FindThings],
  exports: [ReadCompletions, ExportCompletions, FindThings],
})
export class ReportingModule {}

@Module({ imports: [ReportingModule], controllers: [CompletionsController, FindingController] })
export class ReportingHttpModule {}
