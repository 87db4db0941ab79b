import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { invalidFields } from '../../../platform/http/problems.js';
import { StudyPlansRepository } from '../data/study-plans.repository.js';
import type { StudyPlan } from '../domain/study-plan.js';
import { Learners } from './learners.js';

/** Keeps the time that a learner sets aside for one micro-credential; nobody else sees it. */
@Injectable()
export class PlanStudy {
  constructor(
    private readonly work: UnitOfWork,
    private readonly learners: Learners,
    private readonly plans: StudyPlansRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async keep(actor: Actor, enrollmentId: string, wish: Pick<StudyPlan, 'minutes' | 'startsOn'>): Promise<StudyPlan> {
    if (!wish.minutes.some((time) => time > 0)) {
      const detail = 'Set time aside on at least one day of the week, or take the plan back.';
      throw new Problem(invalidFields, { errors: [{ field: 'minutes', code: 'empty', detail }] });
    }
    return this.work.run(actor, async (tx) => {
      const learner = await this.learners.own(tx, actor, enrollmentId);
      this.learners.refuseClosedPlace(learner, 'write');
      return this.plans.put(tx, enrollmentId, { ...wish, updatedAt: this.clock.now() });
    });
  }

  async drop(actor: Actor, enrollmentId: string): Promise<void> {
    await this.work.run(actor, async (tx) => {
      await this.learners.own(tx, actor, enrollmentId);
      await this.plans.drop(tx, enrollmentId, this.clock.now());
    });
  }
}
