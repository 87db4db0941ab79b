import { Injectable } from '@nestjs/common';
import { HandlesJob } from '../../../platform/queue/handler-catalogue.js';
import type { JobContext } from '../../../platform/queue/job.js';
import { SignEndorsement } from '../use-cases/endorsing/sign-endorsement.js';
import { signEndorsement } from './sign-endorsement.js';

@Injectable()
@HandlesJob(signEndorsement)
export class SignEndorsementHandler {
  constructor(private readonly sign: SignEndorsement) {}

  async handle({ endorsementId }: { endorsementId: string }, { institutionId }: JobContext): Promise<void> {
    await this.sign.run({ institutionId }, endorsementId);
  }
}
