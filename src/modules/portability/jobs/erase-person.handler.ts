import { Injectable } from '@nestjs/common';
import { HandlesJob } from '../../../platform/queue/handler-catalogue.js';
import type { JobContext } from '../../../platform/queue/job.js';
import { CarryOutErasure } from '../use-cases/carry-out-erasure.js';
import { erasePerson } from './erase-person.js';

@Injectable()
@HandlesJob(erasePerson)
export class ErasePersonHandler {
  constructor(private readonly carryOut: CarryOutErasure) {}

  async handle({ erasureId }: { erasureId: string }, { institutionId }: JobContext): Promise<void> {
    await this.carryOut.run({ institutionId }, erasureId);
  }
}
