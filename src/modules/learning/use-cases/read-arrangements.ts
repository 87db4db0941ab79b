import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { type Arrangement, ArrangementsRepository } from '../data/arrangements.repository.js';
import { Learners } from './learners.js';

/** What was arranged for a learner, with the reasons: for those who may arrange more. */
@Injectable()
export class ReadArrangements {
  constructor(
    private readonly work: UnitOfWork,
    private readonly learners: Learners,
    private readonly arrangements: ArrangementsRepository,
  ) {}

  /** Newest first. */
  async run(actor: Actor, enrollmentId: string): Promise<Arrangement[]> {
    return this.work.run(actor, async (tx) => {
      await this.learners.arrangeable(tx, actor, enrollmentId);
      return this.arrangements.of(tx, enrollmentId);
    });
  }
}
