import type { Requirement } from '../../catalog/domain/sequence.js';
import {
  activityProgress,
  courseProgress,
  type ActivityProgress,
  type CountedCourse,
  type CourseProgress,
} from './course-completion.js';
import { prerequisites } from './prerequisites.js';
import { type CompletedSet, knownFacts, type KnownFacts, type ProgressFact } from './progress-facts.js';
import { requirementProgress } from './requirement-progress.js';

export interface Progress {
  /** 0–1 of everything before the verdict on the project; 1 exactly when `satisfied`. */
  share: number;
  /** Estimated learner minutes of what is needed; where there is a choice, of the cheapest way through. */
  minutesDone: number;
  minutesTotal: number;
  /** Every course of the edition, in the edition's order. */
  courses: CourseProgress[];
  /** Every activity of the edition, optional ones too. */
  activities: ActivityProgress[];
  /** Nothing but time and the learner stands between them and submitting the project. */
  readyForProject: boolean;
  /** All that the sequence asks for besides the project is complete. */
  satisfied: boolean;
  /** When the last course needed was completed. */
  satisfiedAt: Date | null;
}

/** The part of an edition that counts. */
export interface CountedEdition {
  courses: readonly CountedCourse[];
  sequence: Requirement;
}

/**
 * The one computation of progress, the same for every view. Depends on the set of facts only: order and repetition make no
 * difference, and another fact never lowers anything. Facts about activities of other editions are ignored.
 */
export function progress(edition: CountedEdition, facts: readonly ProgressFact[], now: Date): Progress {
  return progressOf(edition, knownFacts(facts, now));
}

/** The same where the facts were put together before, as the database keeps them. */
export function progressOf(edition: CountedEdition, known: KnownFacts): Progress {
  const courses = edition.courses.map((course) => courseProgress(course, known));
  const states = new Map(courses.map((course) => [course.courseId, course]));
  // A sequence of nothing but the project asks for nothing before it.
  const whole = requirementProgress(edition.sequence, states);
  return {
    share: whole?.share ?? 1,
    minutesDone: whole?.minutesDone ?? 0,
    minutesTotal: whole?.minutesTotal ?? 0,
    courses,
    activities: edition.courses.flatMap((course) => activityProgress(course, known)),
    readyForProject: prerequisites(edition.sequence, { courses: states, projectPassed: false }).some(
      ({ leaf, missing }) => leaf.type === 'project' && missing.length === 0,
    ),
    satisfied: whole === null || whole.satisfiedAt !== null,
    satisfiedAt: whole?.satisfiedAt ?? null,
  };
}

const SOME_TIME = new Date(0);

/** Whether `progressOf` says `satisfied`, of somebody who completed these. What is complete decides that, and not when it was completed. */
export function isSatisfied(edition: CountedEdition, { activities, courses }: CompletedSet): boolean {
  return progressOf(edition, knownOf({ activities, courses })).satisfied;
}

/** What somebody completed as facts that say nothing of when. */
export function knownOf({ activities, courses }: CompletedSet): KnownFacts {
  const completed = { share: 1, completedAt: SOME_TIME, waived: false };
  return {
    activities: new Map(activities.map((id) => [id, completed])),
    courses: new Map(courses.map((id) => [id, SOME_TIME])),
  };
}
