import { Injectable } from '@nestjs/common';
import { HandlesChunks } from '../../../platform/queue/handler-catalogue.js';
import type { JobContext, Outcome } from '../../../platform/queue/job.js';
import { AwardHistoric } from '../use-cases/historic/award-historic.js';
import { awardHistoric, type HistoricRef } from './award-historic.js';

@Injectable()
@HandlesChunks(awardHistoric)
export class AwardHistoricHandler {
  constructor(private readonly award: AwardHistoric) {}

  async handleChunk(awards: readonly HistoricRef[], { institutionId }: JobContext): Promise<Outcome[]> {
    return this.award.chunk({ institutionId }, awards);
  }
}
