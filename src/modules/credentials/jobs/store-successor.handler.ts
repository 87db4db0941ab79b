import { Injectable } from '@nestjs/common';
import { HandlesJob } from '../../../platform/queue/handler-catalogue.js';
import type { JobContext } from '../../../platform/queue/job.js';
import { StoreSuccessor } from '../use-cases/superseding/store-successor.js';
import { storeSuccessor } from './store-successor.js';

@Injectable()
@HandlesJob(storeSuccessor)
export class StoreSuccessorHandler {
  constructor(private readonly store: StoreSuccessor) {}

  async handle({ intentId }: { intentId: string }, { institutionId }: JobContext): Promise<void> {
    await this.store.run({ institutionId }, intentId);
  }
}
