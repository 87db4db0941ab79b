import { Injectable } from '@nestjs/common';
import { HandlesJob } from '../../../platform/queue/handler-catalogue.js';
import type { JobContext } from '../../../platform/queue/job.js';
import { AwardRequalified } from '../use-cases/requalifying/award-requalified.js';
import { awardRequalified } from './award-requalified.js';

@Injectable()
@HandlesJob(awardRequalified)
export class AwardRequalifiedHandler {
  constructor(private readonly award: AwardRequalified) {}

  async handle({ requalificationId }: { requalificationId: string }, { institutionId, signal }: JobContext): Promise<void> {
    await this.award.run({ institutionId }, requalificationId, signal);
  }
}
