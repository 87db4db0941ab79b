import type { KnownFacts } from './progress-facts.js';
import { progressOf, type CountedEdition, type Progress } from './progress.js';
import { unlocking, type Unlocking } from './unlocking.js';

export interface KnownLearner {
  known: KnownFacts;
  projectPassed: boolean;
  startedAt: Date;
}

/** How far a learner is and what is open to them: both from the same facts at the same moment. */
export interface Way {
  progress: Progress;
  unlocking: Unlocking;
}

export function wayOf(edition: CountedEdition, { known, projectPassed, startedAt }: KnownLearner, now: Date): Way {
  const progress = progressOf(edition, known);
  const courses = new Map(progress.courses.map((course) => [course.courseId, course]));
  return { progress, unlocking: unlocking(edition.sequence, { courses, projectPassed, startedAt }, now) };
}
