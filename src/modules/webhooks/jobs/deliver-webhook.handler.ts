import { Injectable } from '@nestjs/common';
import { HandlesJob } from '../../../platform/queue/handler-catalogue.js';
import type { JobContext } from '../../../platform/queue/job.js';
import { DeliverWebhook } from '../use-cases/deliver-webhook.js';
import { deliverWebhook, type PlannedAttempt } from './deliver-webhook.js';

@Injectable()
@HandlesJob(deliverWebhook)
export class DeliverWebhookHandler {
  constructor(private readonly deliver: DeliverWebhook) {}

  async handle(attempt: PlannedAttempt, { institutionId, signal }: JobContext): Promise<void> {
    await this.deliver.run({ institutionId }, attempt, signal);
  }
}
