import type { EditionOutline } from './edition-outline.js';
import type { KnownFacts } from './progress-facts.js';
import { progressOf, type Progress } from './progress.js';

export interface MovedActivity {
  activityId: string;
  courseId: string;
  title: string;
  /** The learner has done something here. */
  begun: boolean;
  completed: boolean;
}

export interface MovePreview {
  /** In both editions, under the title of the new one: what was done here counts on. */
  kept: MovedActivity[];
  /** Only in the edition that is left: facts about it stay on record and count no more. */
  lost: MovedActivity[];
  /** Only in the new edition. */
  added: MovedActivity[];
  before: Progress;
  after: Progress;
}

/** What moving a learner means for them. Courses that were completed stay completed, whatever the new edition adds to them. */
export function previewMove(from: EditionOutline, to: EditionOutline, known: KnownFacts): MovePreview {
  const [old, next] = [activitiesOf(from, known), activitiesOf(to, known)];
  const ids = (activities: MovedActivity[]) => new Set(activities.map(({ activityId }) => activityId));
  const [oldIds, nextIds] = [ids(old), ids(next)];
  return {
    kept: next.filter(({ activityId }) => oldIds.has(activityId)),
    lost: old.filter(({ activityId }) => !nextIds.has(activityId)),
    added: next.filter(({ activityId }) => !oldIds.has(activityId)),
    before: progressOf(from, known),
    after: progressOf(to, known),
  };
}

function activitiesOf({ courses }: EditionOutline, known: KnownFacts): MovedActivity[] {
  return courses.flatMap((course) =>
    course.activities.map(({ id, title }) => {
      const facts = known.activities.get(id);
      return {
        activityId: id,
        courseId: course.id,
        title,
        begun: facts !== undefined,
        completed: (facts?.completedAt ?? null) !== null,
      };
    }),
  );
}
