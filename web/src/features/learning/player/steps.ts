import type { View } from '../../../api/client';

type Journey = View<'JourneyView'>;

export interface Step {
  id: string;
  title: string;
  isLocked: boolean;
}

export interface Steps {
  previous: Step | null;
  next: Step | null;
  /** Whether what comes after this activity is the project. */
  isLast: boolean;
}

/** What stands before and after an activity, course by course; over what is locked nobody steps. */
export function stepsAround({ courses }: Journey, activityId: string): Steps {
  const steps = courses.flatMap(({ state, activities }) =>
    activities.map(({ id, title }) => ({ id, title, isLocked: state === 'locked' })),
  );
  const at = steps.findIndex(({ id }) => id === activityId);
  const open = (step: Step | undefined) => (step && !step.isLocked ? step : null);
  return {
    previous: at < 0 ? null : open(steps[at - 1]),
    next: at < 0 ? null : open(steps[at + 1]),
    isLast: at === steps.length - 1,
  };
}

/** An activity with its course, or null where the edition has none of that id. */
export function activityOf({ courses }: Journey, activityId: string) {
  for (const course of courses) {
    const activity = course.activities.find(({ id }) => id === activityId);
    if (activity) return { course, activity };
  }
  return null;
}
