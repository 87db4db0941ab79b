import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { type Progress, progressOf } from '../domain/progress.js';
import type { Unlock } from '../domain/unlocking.js';
import { type Learner, lockWords, wayOfLearner } from './learner.js';
import { Learners } from './learners.js';

/** Whether the project is open to a learner. */
export interface ProjectUnlock extends Unlock {
  /** The reasons as English sentences. */
  words: string[];
}

/** What assessment and credentials ask of learning, in their own transactions. */
@Injectable()
export class LearningRecord {
  constructor(
    private readonly learners: Learners,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By the edition that the enrolment is on now: the numbers that the learner sees. */
  async progressOf(tx: Tx, enrollment: { id: string }): Promise<Progress> {
    const { standing, edition } = await this.load(tx, enrollment.id);
    return progressOf(edition, standing.known);
  }

  /** As `progressOf`, of many, by enrolment; who is not found is missing. */
  async progressesOf(tx: Tx, enrollmentIds: readonly string[]): Promise<Map<string, Progress>> {
    const learners = await this.learners.findMany(tx, enrollmentIds);
    return new Map(learners.map(({ standing, edition }) => [standing.id, progressOf(edition, standing.known)]));
  }

  async projectUnlock(tx: Tx, enrollment: { id: string }): Promise<ProjectUnlock> {
    const learner = await this.load(tx, enrollment.id);
    const { project } = wayOfLearner(learner, this.clock.now()).unlocking;
    return { ...project, words: project.reasons.map((reason) => lockWords(learner, [reason])) };
  }

  private async load(tx: Tx, enrollmentId: string): Promise<Learner> {
    const learner = await this.learners.find(tx, enrollmentId);
    if (!learner) throw new Problem(notFound);
    return learner;
  }
}
