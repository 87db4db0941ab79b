import type { ActivitySummary, OutlineCourse } from '../queries';

/** The outline as one list of rows: each course, then its activities. */
export type Row =
  | { key: string; kind: 'course'; course: OutlineCourse; number: number; total: number }
  | { key: string; kind: 'activity'; course: OutlineCourse; activity: ActivitySummary; position: number };

export interface DropPlace {
  key: string;
  position: 'before' | 'after';
}

/** What a drop changes: the order of the courses, or that of the activities of one course. */
export type NewOrder = { of: 'courses'; ids: string[] } | { of: 'activities'; course: OutlineCourse; ids: string[] };

export function rowsOf(courses: readonly OutlineCourse[]): Row[] {
  return courses.flatMap((course, index): Row[] => [
    { key: `course ${course.id}`, kind: 'course', course, number: index + 1, total: courses.length },
    ...course.activities.map((activity, position): Row => ({
      key: `activity ${activity.id}`,
      kind: 'activity',
      course,
      activity,
      position,
    })),
  ]);
}

/**
 * The order after a row was dropped; `null` where it cannot lie: courses lie between courses, activities stay in their course. A place
 * in the middle of a course's activities is no place for a course.
 */
export function orderAfter(rows: readonly Row[], draggedKey: string, place: DropPlace): NewOrder | null {
  const dragged = rows.find(({ key }) => key === draggedKey);
  const boundary = rows.findIndex(({ key }) => key === place.key) + (place.position === 'after' ? 1 : 0);
  const [above, below] = [rows[boundary - 1], rows[boundary]];
  if (!dragged || (!above && !below)) return null;
  if (dragged.kind === 'course') {
    if (below?.kind === 'activity') return null;
    const ids = courseIdsOf(rows);
    const before = below ? ids.indexOf(below.course.id) : ids.length;
    return { of: 'courses', ids: placed(ids, dragged.course.id, before) };
  }
  const { course } = dragged;
  if (above?.course.id !== course.id) return null;
  const ids = course.activities.map(({ id }) => id);
  const before = above.kind === 'course' ? 0 : above.position + 1;
  return { of: 'activities', course, ids: placed(ids, dragged.activity.id, before) };
}

/** The order after a step up (`-1`) or down (`1`); `null` at the end. */
export function orderAfterStep(ids: readonly string[], id: string, step: -1 | 1): string[] | null {
  const from = ids.indexOf(id);
  const to = from + step;
  return from === -1 || to < 0 || to >= ids.length ? null : placed(ids, id, step === 1 ? to + 1 : to);
}

export function minutesOf(activities: readonly ActivitySummary[]): number {
  return activities.reduce((sum, { minutes }) => sum + minutes, 0);
}

function courseIdsOf(rows: readonly Row[]): string[] {
  return rows.flatMap((row) => (row.kind === 'course' ? [row.course.id] : []));
}

/** The ids with one of them moved to before the one that stands at `before`. */
function placed(ids: readonly string[], id: string, before: number): string[] {
  const from = ids.indexOf(id);
  const without = ids.filter((other) => other !== id);
  return without.toSpliced(from < before ? before - 1 : before, 0, id);
}
