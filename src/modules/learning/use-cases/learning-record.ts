import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { isSatisfied, type Progress, progressOf } from '../domain/progress.js';
import type { Unlock } from '../domain/unlocking.js';
import { type CompletedAlike, ProgressRepository, type SeenStanding } from '../data/progress.repository.js';
import { within } from '../data/statements.js';
import { EditionOutlines } from './edition-outlines.js';
import { type Learner, lockWords, wayOfLearner } from './learner.js';
import { Learners } from './learners.js';

/** Whether the project is open to a learner. */
export interface ProjectUnlock extends Unlock {
  /** The reasons as English sentences. */
  words: string[];
}

/** Whose project it is, by which edition, until when, and whether it is open. */
export interface ProjectPlace extends Pick<SeenStanding, 'personId' | 'editionId' | 'projectDueAt' | 'staffRoles'> {
  unlock: ProjectUnlock;
}

/** What assessment and credentials ask of learning, in their own transactions. */
@Injectable()
export class LearningRecord {
  constructor(
    private readonly learners: Learners,
    private readonly progress: ProgressRepository,
    private readonly outlines: EditionOutlines,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By the edition that the enrolment is on now: the numbers that the learner sees. */
  async progressOf(tx: Tx, enrollment: { id: string }): Promise<Progress> {
    const { standing, edition } = await this.load(tx, enrollment.id);
    return progressOf(edition, standing.known);
  }

  /**
   * The enrolments among these that have all that comes before the verdict on the project: those whose `progressOf` says `satisfied`. Most
   * of those who ask have completed their courses, and what else is complete never lowers anything: only of the others is it asked.
   */
  async satisfiedAmong(tx: Tx, enrollmentIds: readonly string[]): Promise<Set<string>> {
    const byCourses = await this.satisfied(tx, await this.progress.coursesAlike(within(tx), enrollmentIds));
    const open = enrollmentIds.filter((id) => !byCourses.has(id));
    if (open.length === 0) return byCourses;
    return new Set([...byCourses, ...(await this.satisfied(tx, await this.progress.completedAlike(within(tx), open)))]);
  }

  /** A learner's place before their project as `lookerId` finds it, in one statement. */
  async projectPlace(tx: Tx, enrollmentId: string, lookerId: string): Promise<ProjectPlace | null> {
    const learner = await this.learners.seen(tx, enrollmentId, lookerId);
    if (!learner) return null;
    const { personId, editionId, projectDueAt, staffRoles } = learner.standing;
    return { personId, editionId, projectDueAt, staffRoles, unlock: projectUnlockOf(learner, this.clock.now()) };
  }

  async projectUnlock(tx: Tx, enrollment: { id: string }): Promise<ProjectUnlock> {
    return projectUnlockOf(await this.load(tx, enrollment.id), this.clock.now());
  }

  private async satisfied(tx: Tx, learners: readonly CompletedAlike[]): Promise<Set<string>> {
    const satisfied = new Set<string>();
    for (const { editionId, enrollmentIds, ...completed } of learners) {
      if (!isSatisfied(await this.outlines.of(tx, editionId), completed)) continue;
      for (const id of enrollmentIds) satisfied.add(id);
    }
    return satisfied;
  }

  private async load(tx: Tx, enrollmentId: string): Promise<Learner> {
    const learner = await this.learners.find(tx, enrollmentId);
    if (!learner) throw new Problem(notFound);
    return learner;
  }
}

/** Whether the project is open to a learner now. */
export function projectUnlockOf(learner: Learner, now: Date): ProjectUnlock {
  const { project } = wayOfLearner(learner, now).unlocking;
  return { ...project, words: project.reasons.map((reason) => lockWords(learner, [reason])) };
}
