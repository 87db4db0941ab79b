import { Injectable } from '@nestjs/common';
import { HandlesJob } from '../../../platform/queue/handler-catalogue.js';
import type { JobContext } from '../../../platform/queue/job.js';
import { TellLearners } from '../use-cases/issuing/tell-learners.js';
import { tellLearners } from './tell-learners.js';

@Injectable()
@HandlesJob(tellLearners)
export class TellLearnersHandler {
  constructor(private readonly tell: TellLearners) {}

  async handle({ credentialIds }: { credentialIds: readonly string[] }, { institutionId }: JobContext): Promise<void> {
    await this.tell.run({ institutionId }, credentialIds);
  }
}
