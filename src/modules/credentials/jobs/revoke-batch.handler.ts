import { Injectable } from '@nestjs/common';
import { HandlesJob } from '../../../platform/queue/handler-catalogue.js';
import type { JobContext } from '../../../platform/queue/job.js';
import { CarryOutRevocations } from '../use-cases/status/carry-out-revocations.js';
import { revokeBatch } from './revoke-batch.js';

@Injectable()
@HandlesJob(revokeBatch)
export class RevokeBatchHandler {
  constructor(private readonly carryOut: CarryOutRevocations) {}

  async handle({ batchId }: { batchId: string }, { institutionId, signal }: JobContext): Promise<void> {
    await this.carryOut.run({ institutionId }, batchId, signal);
  }
}
