import type { ActivityProgress } from './course-completion.js';
import type { EditionOutline } from './edition-outline.js';
import type { Unlocking } from './unlocking.js';

export type NextUp = { kind: 'activity'; courseId: string; activityId: string } | { kind: 'project' };

/**
 * The one thing to do next: where the learner left off if that is not finished, else the first required activity of the
 * courses that are open, else the project. `null`: nothing but waiting, or all is done.
 */
export function nextUp(
  edition: Pick<EditionOutline, 'courses'>,
  activities: readonly ActivityProgress[],
  { courses, project }: Unlocking,
  resumeActivityId: string | null,
): NextUp | null {
  const open = new Set(courses.filter(({ state }) => state === 'open').map(({ courseId }) => courseId));
  const unfinished = activities.filter(({ courseId, completed }) => open.has(courseId) && !completed);
  const resumed = unfinished.find(({ activityId }) => activityId === resumeActivityId);
  // By the sequence, not by the order in which the edition lists its courses.
  const first = courses
    .flatMap(({ courseId }) => unfinished.filter((activity) => activity.courseId === courseId))
    .find(({ required }) => required);
  const chosen = resumed ?? first;
  if (chosen) return { kind: 'activity', courseId: chosen.courseId, activityId: chosen.activityId };
  return project.state === 'open' ? { kind: 'project' } : null;
}
