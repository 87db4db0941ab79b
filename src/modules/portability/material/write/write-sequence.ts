import type { Requirement } from '../../../catalog/index.js';

/**
 * Fields of `sequence`, which names courses by their folders. What names a course that is not among them is left out:
 * a draft may still speak of one that was taken away.
 */
export function sequenceFields(requirement: Requirement, keyOf: (courseId: string) => string | undefined): object | null {
  if (requirement.type === 'course' || requirement.type === 'project') {
    const { type, release, after = [] } = requirement;
    const course = requirement.type === 'course' ? keyOf(requirement.courseId) : undefined;
    if (type === 'course' && course === undefined) return null;
    const first = after.flatMap((id) => keyOf(id) ?? []);
    return {
      type,
      ...(course ? { course } : {}),
      ...(release ? { release } : {}),
      ...(first.length > 0 ? { after: first } : {}),
    };
  }
  const { type, title } = requirement;
  return {
    type,
    ...(title ? { title } : {}),
    ...(requirement.type === 'at-least' ? { count: requirement.count } : {}),
    ...(requirement.type === 'points' ? { points: requirement.points, weights: weightFields(requirement.weights, keyOf) } : {}),
    items: requirement.items.flatMap((item) => sequenceFields(item, keyOf) ?? []),
  };
}

function weightFields(weights: Record<string, number>, keyOf: (courseId: string) => string | undefined): object {
  return Object.fromEntries(
    Object.entries(weights).flatMap(([id, points]) => {
      const key = keyOf(id);
      return key === undefined ? [] : [[key, points] as const];
    }),
  );
}
