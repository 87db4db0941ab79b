/**
 * The rule of an edition: a small tree over its courses and its project.
 * The project is always needed for the credential; where it stands in the tree says when it unlocks.
 */
export type Requirement =
  | { type: 'course'; courseId: string; release?: Release; after?: string[] }
  | { type: 'project'; release?: Release; after?: string[] }
  /** Every item, each one unlocking when the one before it is satisfied. */
  | { type: 'in-order'; title?: string; items: Requirement[] }
  /** Every item, in any order. */
  | { type: 'all-of'; title?: string; items: Requirement[] }
  /** At least `count` of the items. */
  | { type: 'at-least'; count: number; title?: string; items: Requirement[] }
  /** Items whose points add up to at least `points`; a course's points are given in `weights` by course id. */
  | { type: 'points'; points: number; weights: Record<string, number>; title?: string; items: Requirement[] };

/** When an item opens: so many days after the learner's start, or on a fixed day. `after` on an item names course ids that come first. */
export type Release = { type: 'days-after-start'; days: number } | { type: 'fixed'; at: string };

/** Orders the courses one after another with the project at the end: what a new micro-credential starts with. */
export function inOrder(courseIds: readonly string[]): Requirement {
  return {
    type: 'in-order',
    items: [...courseIds.map((courseId) => ({ type: 'course' as const, courseId })), { type: 'project' }],
  };
}
