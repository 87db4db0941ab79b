import { inOrder, type Requirement } from './sequence.js';

/**
 * The sequence after the list of courses changed. As long as it is the one a micro-credential starts with (its courses one after
 * another, then the project, nothing added) it follows the list. Once an author has shaped it, it is theirs: it stays as it is, and
 * publishing says which course has no place in it and which is no longer there.
 */
export function followCourses(sequence: Requirement, before: readonly string[], after: readonly string[]): Requirement {
  return isPlainOrder(sequence, before) ? inOrder(after) : sequence;
}

function isPlainOrder(sequence: Requirement, courseIds: readonly string[]): boolean {
  if (sequence.type !== 'in-order' || sequence.title) return false;
  const { items } = sequence;
  return (
    items.length === courseIds.length + 1 &&
    items.every((item, index) => {
      if (index === courseIds.length) return item.type === 'project' && isBare(item);
      return item.type === 'course' && item.courseId === courseIds[index] && isBare(item);
    })
  );
}

function isBare({ release, after = [] }: Extract<Requirement, { type: 'course' | 'project' }>): boolean {
  return release === undefined && after.length === 0;
}
