import { isCompleted } from './course-completion.js';
import { courseOfActivity, type CourseOutline, type EditionOutline } from './edition-outline.js';
import { further, type ActivityFacts } from './progress-facts.js';
import { unlocking } from './unlocking.js';
import type { KnownLearner } from './way.js';

/** What a learner's device tells, under an id that it chose. */
export interface ToldFact {
  id: string;
  activityId: string;
  kind: 'progressed' | 'completed';
  /** 0–1; 1 for `completed`. */
  value: number;
  effectiveAt: Date;
}

export type FactRefusal =
  | { key: 'activity_unknown' }
  | { key: 'quiz_completes_by_passing' }
  | { key: 'course_locked'; courseId: string }
  | { key: 'enrollment_ended' };

export interface TellingLearner extends KnownLearner {
  /** `null` while facts of any day may be told. */
  endedAt: Date | null;
}

export type Admission = { admitted: true; fact: ToldFact } | { admitted: false; fact: ToldFact; refusal: FactRefusal };

/**
 * Which facts are recorded, in the order told. A fact may be about a course that another fact of the same telling opens,
 * in whatever order they come, so courses are looked at again until nothing more opens.
 * When something happened is kept between the learner's start and now: no device's clock makes it earlier or later.
 */
export function admitFacts(edition: EditionOutline, learner: TellingLearner, told: readonly ToldFact[], now: Date): Admission[] {
  const activities = new Map(learner.known.activities);
  const meanwhile: KnownLearner = { ...learner, known: { activities, courses: learner.known.courses } };
  const outcomes = new Map<ToldFact, Admission>();
  let waiting = told.filter((fact) => {
    const refusal = refusalOnItsOwn(edition, learner, fact);
    if (refusal !== null) outcomes.set(fact, { admitted: false, fact, refusal });
    return refusal === null;
  });
  for (let opened = true; opened && waiting.length > 0;) {
    const locked = lockedCourses(edition, meanwhile, now);
    const stillWaiting = waiting.filter((fact) => {
      const courseId = courseOfActivity(edition, fact.activityId)?.id ?? '';
      if (locked.has(courseId)) {
        outcomes.set(fact, { admitted: false, fact, refusal: { key: 'course_locked', courseId } });
        return true;
      }
      const settled = { ...fact, effectiveAt: within(learner.startedAt, fact.effectiveAt, now) };
      activities.set(fact.activityId, further(activities.get(fact.activityId), accountOf(settled)));
      outcomes.set(fact, { admitted: true, fact: settled });
      return false;
    });
    opened = stillWaiting.length < waiting.length;
    waiting = stillWaiting;
  }
  return told.flatMap((fact) => outcomes.get(fact) ?? []);
}

function refusalOnItsOwn(edition: EditionOutline, { endedAt }: TellingLearner, fact: ToldFact): FactRefusal | null {
  const activity = courseOfActivity(edition, fact.activityId)?.activities.find(({ id }) => id === fact.activityId);
  if (activity === undefined) return { key: 'activity_unknown' };
  if (activity.kind === 'quiz') return { key: 'quiz_completes_by_passing' };
  if (endedAt !== null && fact.effectiveAt >= endedAt) return { key: 'enrollment_ended' };
  return null;
}

function lockedCourses(edition: EditionOutline, learner: KnownLearner, now: Date): Set<string> {
  const state = (course: CourseOutline) => ({ share: 0, completed: isCompleted(course, learner.known) });
  const courses = new Map(edition.courses.map((course) => [course.id, state(course)]));
  const unlocks = unlocking(edition.sequence, { ...learner, courses }, now).courses;
  return new Set(unlocks.flatMap((course) => (course.state === 'locked' ? [course.courseId] : [])));
}

function accountOf({ kind, value, effectiveAt }: ToldFact): ActivityFacts {
  return kind === 'completed'
    ? { share: 0, completedAt: effectiveAt, waived: false }
    : { share: value, completedAt: null, waived: false };
}

function within(earliest: Date, moment: Date, latest: Date): Date {
  return new Date(Math.min(Math.max(moment.getTime(), earliest.getTime()), latest.getTime()));
}

/** One English sentence for whoever told the fact. */
export function factRefusalWords(refusal: FactRefusal): string {
  switch (refusal.key) {
    case 'activity_unknown':
      return 'The edition that the learner is on has no such activity.';
    case 'quiz_completes_by_passing':
      return 'A quiz is completed by passing it.';
    case 'course_locked':
      return 'The course is locked.';
    case 'enrollment_ended':
      return 'It happened after the place had ended.';
  }
}
