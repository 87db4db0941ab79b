import type { Requirement } from './sequence.js';
import { asGroup, coursePoints, totalPoints, type Leaf, type SequenceNode } from './sequence-tree.js';

/**
 * The courses and projects that no learner could ever open, because what they wait for waits for them: through `after`,
 * through the order of a group, or both. Found by letting an ideal learner do everything that is open until nothing new opens.
 */
export function neverOpening(nodes: readonly SequenceNode[]): SequenceNode[] {
  const known = new Set(nodes.flatMap(({ requirement }) => (requirement.type === 'course' ? [requirement.courseId] : [])));
  const done = new Set<Requirement>();
  const doneCourses = new Set<string>();
  let waiting = nodes.filter(({ requirement }) => asGroup(requirement) === null);
  for (;;) {
    const opened = waiting.filter((node) => isOpen(node, { known, done, doneCourses }));
    if (opened.length === 0) return waiting;
    for (const { requirement } of opened) {
      done.add(requirement);
      if (requirement.type === 'course') doneCourses.add(requirement.courseId);
    }
    waiting = waiting.filter((node) => !opened.includes(node));
  }
}

interface Done {
  known: ReadonlySet<string>;
  done: ReadonlySet<Requirement>;
  doneCourses: ReadonlySet<string>;
}

function isOpen(node: SequenceNode, state: Done): boolean {
  const { requirement } = node;
  const { after = [] } = requirement as Leaf;
  // Waiting for itself or for an unknown course is a problem of its own and not told twice.
  const afterDone = after
    .filter((courseId) => state.known.has(courseId) && !(requirement.type === 'course' && requirement.courseId === courseId))
    .every((courseId) => state.doneCourses.has(courseId));
  return afterDone && precedingSatisfied(node, state.done);
}

function precedingSatisfied({ parent }: SequenceNode, done: ReadonlySet<Requirement>): boolean {
  if (parent === null) return true;
  const { group, position, node } = parent;
  const inTurn = group.type !== 'in-order' || group.items.slice(0, position).every((item) => isSatisfied(item, done));
  return inTurn && precedingSatisfied(node, done);
}

/** Counts that ask for more than there is are told elsewhere; here they mean "everything". */
function isSatisfied(requirement: Requirement, done: ReadonlySet<Requirement>): boolean {
  switch (requirement.type) {
    case 'course':
    case 'project':
      return done.has(requirement);
    case 'in-order':
    case 'all-of':
      return requirement.items.every((item) => isSatisfied(item, done));
    case 'at-least': {
      const satisfied = requirement.items.filter((item) => isSatisfied(item, done)).length;
      return satisfied >= Math.min(requirement.count, requirement.items.length);
    }
    case 'points': {
      const satisfied = requirement.items.filter((item) => isSatisfied(item, done));
      const earned = satisfied.reduce((sum, item) => sum + coursePoints(requirement, item), 0);
      return earned >= Math.min(requirement.points, totalPoints(requirement));
    }
  }
}
