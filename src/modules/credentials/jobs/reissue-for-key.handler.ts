import { Injectable } from '@nestjs/common';
import { HandlesChunks } from '../../../platform/queue/handler-catalogue.js';
import type { JobContext, Outcome } from '../../../platform/queue/job.js';
import { ReissueForKey } from '../use-cases/keys/reissue-for-key.js';
import { reissueForKey } from './reissue-for-key.js';

@Injectable()
@HandlesChunks(reissueForKey)
export class ReissueForKeyHandler {
  constructor(private readonly reissue: ReissueForKey) {}

  async handleChunk(waiting: readonly { credentialId: string }[], { institutionId, signal }: JobContext): Promise<Outcome[]> {
    return this.reissue.chunk({ institutionId }, waiting, signal);
  }
}
