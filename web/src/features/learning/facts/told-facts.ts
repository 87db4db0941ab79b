import type { View } from '../../../api/client';

export type ToldFact = View<'ToldFactDto'>;
type Journey = View<'JourneyView'>;
type Activity = View<'JourneyActivityView'>;

/** The server takes no more at once. */
export const MOST_AT_ONCE = 200;

/** What is still to be sent with one more fact; of progress in one activity only the furthest is worth sending. */
export function withFact(waiting: readonly ToldFact[], fact: ToldFact): ToldFact[] {
  const superseded = (other: ToldFact) =>
    other.kind === 'progressed' &&
    other.activityId === fact.activityId &&
    (fact.kind === 'completed' || (other.value ?? 0) <= (fact.value ?? 0));
  return [...waiting.filter((other) => !superseded(other)), fact];
}

/** The journey as it will be once what waits has arrived. What that opens, only the server knows. */
export function journeyWith(journey: Journey, waiting: readonly ToldFact[]): Journey {
  if (waiting.length === 0) return journey;
  return {
    ...journey,
    courses: journey.courses.map((course) => ({
      ...course,
      activities: course.activities.map((activity) => activityWith(activity, waiting)),
    })),
  };
}

function activityWith(activity: Activity, waiting: readonly ToldFact[]): Activity {
  const own = waiting.filter(({ activityId }) => activityId === activity.id);
  if (own.length === 0 || activity.state === 'completed' || activity.state === 'locked') return activity;
  const completed = own.find(({ kind }) => kind === 'completed');
  if (completed) return { ...activity, state: 'completed', value: 1, completedAt: completed.effectiveAt };
  return { ...activity, state: 'begun', value: Math.max(activity.value, ...own.map(({ value }) => value ?? 0)) };
}
