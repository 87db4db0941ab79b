import { Module } from '@nestjs/common';
import { EnrollmentModule } from '../enrollment/index.js';
import { CompletionsRepository } from './data/completions.repository.js';
import { CompletionsController } from './http/completions.controller.js';
import { ExportCompletions } from './use-cases/export-completions.js';
import { ReadCompletions } from './use-cases/read-completions.js';

@Module({
  imports: [EnrollmentModule],
  providers: [CompletionsRepository, ReadCompletions, ExportCompletions],
  exports: [ReadCompletions, ExportCompletions],
})
export class ReportingModule {}

@Module({ imports: [ReportingModule], controllers: [CompletionsController] })
export class ReportingHttpModule {}
