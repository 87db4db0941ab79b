import { Injectable } from '@nestjs/common';
import { HandlesJob } from '../../../platform/queue/handler-catalogue.js';
import type { JobContext } from '../../../platform/queue/job.js';
import { PublishKeyHistory } from '../use-cases/keys/publish-key-history.js';
import { publishKeyHistory } from './publish-key-history.js';

@Injectable()
@HandlesJob(publishKeyHistory)
export class PublishKeyHistoryHandler {
  constructor(private readonly publish: PublishKeyHistory) {}

  async handle(_payload: { version: number }, { institutionId }: JobContext): Promise<void> {
    await this.publish.run({ institutionId });
  }
}
