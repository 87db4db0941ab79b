import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import type { SeenStanding } from '../data/progress.repository.js';
import { learningAccess } from '../domain/learning-access.js';
import { nextUp, type NextUp } from '../domain/next-up.js';
import type { Way } from '../domain/way.js';
import { type Learner, wayOfLearner } from './learner.js';
import { Learners } from './learners.js';

/** A learner's whole way at a moment: the same numbers for whoever looks. */
export interface Journey extends Learner {
  way: Way;
  offering: SeenStanding['offering'];
  position: SeenStanding['position'];
  next: NextUp | null;
  /** Whether who looks may waive and move. */
  mayArrange: boolean;
}

@Injectable()
export class ReadJourney {
  constructor(
    private readonly work: UnitOfWork,
    private readonly learners: Learners,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, enrollmentId: string): Promise<Journey> {
    return this.work.read(actor, async (tx) => {
      const learner = await this.learners.visible(tx, actor, enrollmentId);
      const { offering, position } = learner.standing;
      const mayArrange = this.learners.mayArrange(actor, learner);
      return { ...journeyOf(learner, position, this.clock.now()), offering, mayArrange };
    });
  }
}

/** What the learner's own facts say of their way, and the one thing to do next. */
export function journeyOf(learner: Learner, position: Journey['position'], now: Date): Omit<Journey, 'offering' | 'mayArrange'> {
  const way = wayOfLearner(learner, now);
  const { write } = learningAccess(learner.standing.state);
  const next = write ? nextUp(learner.edition, way.progress.activities, way.unlocking, position?.activityId ?? null) : null;
  return { ...learner, way, position, next };
}
