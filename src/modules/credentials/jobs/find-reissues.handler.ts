import { Injectable } from '@nestjs/common';
import { HandlesJob } from '../../../platform/queue/handler-catalogue.js';
import type { JobContext } from '../../../platform/queue/job.js';
import { QueueReissues } from '../use-cases/keys/queue-reissues.js';
import { findReissues } from './reissue-for-key.js';

@Injectable()
@HandlesJob(findReissues)
export class FindReissuesHandler {
  constructor(private readonly queue: QueueReissues) {}

  async handle({ keyId }: { keyId: string }, { institutionId, signal }: JobContext): Promise<void> {
    await this.queue.run({ institutionId }, keyId, signal);
  }
}
