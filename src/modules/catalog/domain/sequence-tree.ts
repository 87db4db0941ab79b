import type { Requirement } from './sequence.js';

export const MAX_SEQUENCE_DEPTH = 6;
export const MAX_SEQUENCE_NODES = 200;

export type Group = Extract<Requirement, { items: Requirement[] }>;
export type Leaf = Exclude<Requirement, Group>;

/** A place in the tree. */
export interface SequenceNode {
  requirement: Requirement;
  /** JSON Pointer into the candidate. */
  path: string;
  /** The root has depth 1. */
  depth: number;
  /** `null` for the root. */
  parent: { node: SequenceNode; group: Group; position: number } | null;
}

/** The sequence is larger than what a person could follow, or than what the checks below may cost. */
export type OversizedSequence = { oversized: 'depth' | 'nodes' };

/** The tree as a list, parents before children. Walks without recursion: a draft may be nested as deep as somebody cares to send it. */
export function sequenceNodes(root: Requirement): SequenceNode[] | OversizedSequence {
  const found: SequenceNode[] = [{ requirement: root, path: '/sequence', depth: 1, parent: null }];
  for (const node of found) {
    if (node.depth > MAX_SEQUENCE_DEPTH) return { oversized: 'depth' };
    if (found.length > MAX_SEQUENCE_NODES) return { oversized: 'nodes' };
    const group = asGroup(node.requirement);
    if (group === null) continue;
    group.items.forEach((requirement, position) => {
      const path = `${node.path}/items/${position}`;
      found.push({ requirement, path, depth: node.depth + 1, parent: { node, group, position } });
    });
  }
  return found;
}

export function asGroup(requirement: Requirement): Group | null {
  return 'items' in requirement ? requirement : null;
}

/** Whether a learner could satisfy the whole tree and leave this node out. */
export function isOptional({ parent }: SequenceNode): boolean {
  if (parent === null) return false;
  const { group } = parent;
  const choosable = group.type === 'points' || (group.type === 'at-least' && group.count < group.items.length);
  return choosable || isOptional(parent.node);
}

/** Points that the courses of a `points` group give together. */
export function totalPoints(group: Extract<Group, { type: 'points' }>): number {
  return group.items.reduce((sum, item) => sum + coursePoints(group, item), 0);
}

/** Only courses give points; whatever has no weight gives none. */
export function coursePoints({ weights }: Extract<Group, { type: 'points' }>, item: Requirement): number {
  if (item.type !== 'course' || !Object.hasOwn(weights, item.courseId)) return 0;
  return weights[item.courseId] ?? 0;
}
