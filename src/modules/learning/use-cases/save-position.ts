import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import type { ResumePosition } from '../data/resume-position.entity.js';
import { ResumePositionsRepository } from '../data/resume-positions.repository.js';
import { Learners } from './learners.js';

/** Remembers where a learner left off. */
@Injectable()
export class SavePosition {
  constructor(
    private readonly work: UnitOfWork,
    private readonly learners: Learners,
    private readonly positions: ResumePositionsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, enrollmentId: string, activityId: string, place: Record<string, unknown>): Promise<ResumePosition> {
    return this.work.run(actor, async (tx) => {
      const learner = await this.learners.own(tx, actor, enrollmentId);
      this.learners.openActivity(learner, activityId, 'write');
      const { institutionId } = actor;
      const position: ResumePosition = { enrollmentId, institutionId, activityId, place, updatedAt: this.clock.now() };
      await this.positions.put(tx, position);
      return position;
    });
  }
}
