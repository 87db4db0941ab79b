import { Injectable } from '@nestjs/common';
import { HandlesJob } from '../../../platform/queue/handler-catalogue.js';
import type { JobContext } from '../../../platform/queue/job.js';
import { MakeVcJwts } from '../use-cases/issuing/make-vc-jwts.js';
import { makeVcJwts } from './make-vc-jwts.js';

@Injectable()
@HandlesJob(makeVcJwts)
export class MakeVcJwtsHandler {
  constructor(private readonly make: MakeVcJwts) {}

  async handle({ credentialIds }: { credentialIds: readonly string[] }, { institutionId }: JobContext): Promise<void> {
    await this.make.run({ institutionId }, credentialIds);
  }
}
