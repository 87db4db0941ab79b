import { Injectable } from '@nestjs/common';
import { HandlesChunks } from '../../../platform/queue/handler-catalogue.js';
import type { JobContext, Outcome } from '../../../platform/queue/job.js';
import { DesireScores } from '../use-cases/grades/desire-scores.js';
import { desireScores, type ScoresToDesire } from './desire-scores.js';

@Injectable()
@HandlesChunks(desireScores)
export class DesireScoresHandler {
  constructor(private readonly desire: DesireScores) {}

  async handleChunk(asked: readonly ScoresToDesire[], { institutionId }: JobContext): Promise<Outcome[]> {
    await this.desire.run({ institutionId }, asked);
    return asked.map(() => null);
  }
}
