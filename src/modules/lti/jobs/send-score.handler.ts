import { Injectable } from '@nestjs/common';
import { HandlesJob } from '../../../platform/queue/handler-catalogue.js';
import type { JobContext } from '../../../platform/queue/job.js';
import { SendScore } from '../use-cases/grades/send-score.js';
import { type ScoreToSend, sendScore } from './send-score.js';

@Injectable()
@HandlesJob(sendScore)
export class SendScoreHandler {
  constructor(private readonly send: SendScore) {}

  async handle(score: ScoreToSend, { institutionId, signal }: JobContext): Promise<void> {
    await this.send.run({ institutionId }, score, signal);
  }
}
