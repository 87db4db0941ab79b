import { Injectable } from '@nestjs/common';
import { HandlesJob } from '../../../platform/queue/handler-catalogue.js';
import type { JobContext } from '../../../platform/queue/job.js';
import { PublishStatusList } from '../use-cases/status/publish-status-list.js';
import { publishStatusList } from './publish-status-list.js';

@Injectable()
@HandlesJob(publishStatusList)
export class PublishStatusListHandler {
  constructor(private readonly publish: PublishStatusList) {}

  async handle({ listId }: { listId: string }, { institutionId }: JobContext): Promise<void> {
    await this.publish.run({ institutionId }, listId);
  }
}
