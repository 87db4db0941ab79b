import { Injectable } from '@nestjs/common';
import { HandlesJob } from '../../../platform/queue/handler-catalogue.js';
import type { JobContext } from '../../../platform/queue/job.js';
import { MakePersonalExport } from '../use-cases/make-personal-export.js';
import { makePersonalExport } from './make-personal-export.js';

@Injectable()
@HandlesJob(makePersonalExport)
export class MakePersonalExportHandler {
  constructor(private readonly make: MakePersonalExport) {}

  async handle({ exportId }: { exportId: string }, { institutionId, signal }: JobContext): Promise<void> {
    await this.make.run({ institutionId }, exportId, signal);
  }
}
