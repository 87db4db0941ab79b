import type { Activity } from '../../catalog/domain/activity.js';
import { NOTHING_KNOWN, type KnownFacts } from './progress-facts.js';
import { LARGEST_UNFINISHED_SHARE, sum, weightedShare } from './share.js';

/** The part of a course that counts: what an edition holds beside it may be large and is not needed here. */
export interface CountedCourse {
  id: string;
  activities: readonly Pick<Activity, 'id' | 'minutes' | 'required'>[];
}

export interface ActivityProgress {
  activityId: string;
  courseId: string;
  required: boolean;
  /** 0–1; 1 exactly when complete. */
  share: number;
  completed: boolean;
  completedAt: Date | null;
  waived: boolean;
}

export interface CourseProgress {
  courseId: string;
  /** 0–1; 1 exactly when complete. */
  share: number;
  completed: boolean;
  /** When the last required activity was completed, or the whole course elsewhere. */
  completedAt: Date | null;
  /** Of `minutesTotal`: the estimated minutes of the required activities. */
  minutesDone: number;
  minutesTotal: number;
}

export function activityProgress(course: CountedCourse, facts: KnownFacts): ActivityProgress[] {
  return course.activities.map(({ id, required }) => {
    const known = facts.activities.get(id) ?? NOTHING_KNOWN;
    const completed = known.completedAt !== null;
    return {
      activityId: id,
      courseId: course.id,
      required,
      share: completed ? 1 : Math.min(known.share, LARGEST_UNFINISHED_SHARE),
      completed,
      completedAt: known.completedAt,
      waived: known.waived,
    };
  });
}

/**
 * A course is complete when each of its required activities is completed or waived, or when it was waived or completed
 * elsewhere as a whole. Facts are never taken back, so what is complete stays complete.
 */
export function courseProgress(course: CountedCourse, facts: KnownFacts): CourseProgress {
  const states = new Map(activityProgress(course, facts).map((state) => [state.activityId, state]));
  const required = course.activities
    .filter((activity) => activity.required)
    .map(({ id, minutes }) => ({ minutes, share: states.get(id)?.share ?? 0, completedAt: states.get(id)?.completedAt ?? null }));
  const asWhole = facts.courses.get(course.id) ?? null;
  const completedAt = earlierOf(asWhole, latestIfAll(required.map((activity) => activity.completedAt)));
  const completed = completedAt !== null;
  const minutesTotal = sum(required.map(({ minutes }) => minutes));
  return {
    courseId: course.id,
    share: completed ? 1 : weightedShare(required.map(({ minutes, share }) => ({ weight: minutes, share }))),
    completed,
    completedAt,
    minutesDone: completed ? minutesTotal : sum(required.map(({ minutes, share }) => minutes * share)),
    minutesTotal,
  };
}

/** As `courseProgress` says it, without working out how far. */
export function isCompleted({ id, activities }: CountedCourse, facts: KnownFacts): boolean {
  if (facts.courses.has(id)) return true;
  const required = activities.filter((activity) => activity.required);
  return required.length > 0 && required.every((activity) => (facts.activities.get(activity.id)?.completedAt ?? null) !== null);
}

/** The last of the times, `null` while one is missing or when there are none. */
export function latestIfAll(times: readonly (Date | null)[]): Date | null {
  let latest: Date | null = null;
  for (const time of times) {
    if (time === null) return null;
    if (latest === null || time > latest) latest = time;
  }
  return latest;
}

function earlierOf(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
