import type { EditionOutline } from './edition-outline.js';
import { nextUp } from './next-up.js';
import { wayOf, type KnownLearner } from './way.js';

/** Where somebody stands: at the first thing that is left to do, at the project, waiting for something to open, or done. */
export type Whereabouts =
  | { kind: 'activity'; courseId: string; activityId: string }
  | { kind: 'project' }
  | { kind: 'waiting' }
  /** On an activity that only another edition has. */
  | { kind: 'elsewhere' }
  | { kind: 'passed' };

/** A learner as far as where they are goes. */
export interface LocatedLearner {
  at: Whereabouts;
  /** Activities that they completed. */
  completed: ReadonlySet<string>;
  /** When they last did anything. */
  lastAt: Date;
}

export interface Station {
  at: Whereabouts;
  title: string;
  courseTitle: string | null;
  /** How many have it behind them; null where that says nothing. */
  completed: number | null;
  /** How many stand here now. */
  learners: number;
  /** Of those, whole days since they last did anything; null where nobody stands. */
  medianDays: number | null;
  longestDays: number | null;
}

const DAY = 24 * 60 * 60 * 1000;

/** By the rules that say what is next for the learner; where they left off is theirs to choose and does not count here. */
export function whereaboutsOf(edition: EditionOutline, learner: KnownLearner, now: Date): Whereabouts {
  if (learner.projectPassed) return { kind: 'passed' };
  const way = wayOf(edition, learner, now);
  return nextUp(edition, way.progress.activities, way.unlocking, null) ?? { kind: 'waiting' };
}

/** The whole way of an edition with everybody on it, from the first activity to the badge. */
export function stationsOf(edition: EditionOutline, learners: readonly LocatedLearner[], now: Date): Station[] {
  const station = (at: Whereabouts, title: string, courseTitle: string | null, completed: number | null): Station => {
    const days = learners.filter((learner) => isSame(learner.at, at)).map(({ lastAt }) => daysBetween(lastAt, now));
    return { at, title, courseTitle, completed, learners: days.length, medianDays: median(days), longestDays: longest(days) };
  };
  const activities = edition.courses.flatMap((course) =>
    course.activities.map(({ id, title }) => {
      const completed = learners.filter((learner) => learner.completed.has(id)).length;
      return station({ kind: 'activity', courseId: course.id, activityId: id }, title, course.title, completed);
    }),
  );
  const passed = learners.filter(({ at }) => at.kind === 'passed').length;
  return [
    ...activities,
    station({ kind: 'waiting' }, '', null, null),
    station({ kind: 'elsewhere' }, '', null, null),
    station({ kind: 'project' }, edition.project.title, null, passed),
    station({ kind: 'passed' }, '', null, null),
  ];
}

/** The same place as the offering's own edition knows it, for somebody who is on another one. */
export function seenFrom({ courses }: Pick<EditionOutline, 'courses'>, at: Whereabouts): Whereabouts {
  const isThere = (activityId: string) => courses.some(({ activities }) => activities.some(({ id }) => id === activityId));
  return at.kind === 'activity' && !isThere(at.activityId) ? { kind: 'elsewhere' } : at;
}

export function isSame(one: Whereabouts, other: Whereabouts): boolean {
  if (one.kind !== 'activity' || other.kind !== 'activity') return one.kind === other.kind;
  return one.activityId === other.activityId;
}

export function daysBetween(earlier: Date, later: Date): number {
  return Math.max(0, Math.floor((later.getTime() - earlier.getTime()) / DAY));
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [lower, upper] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2;
}

function longest(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.max(...values);
}
