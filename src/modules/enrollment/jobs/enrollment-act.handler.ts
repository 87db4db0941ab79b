import { Injectable } from '@nestjs/common';
import { HandlesJob } from '../../../platform/queue/handler-catalogue.js';
import type { JobContext } from '../../../platform/queue/job.js';
import { CarryOutAct } from '../use-cases/acts/carry-out-act.js';
import { enrollmentAct } from './enrollment-act.js';

@Injectable()
@HandlesJob(enrollmentAct)
export class EnrollmentActHandler {
  constructor(private readonly carryOut: CarryOutAct) {}

  async handle({ actId }: { actId: string }, { institutionId, signal }: JobContext): Promise<void> {
    await this.carryOut.run({ institutionId }, actId, signal);
  }
}
