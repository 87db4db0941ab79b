import { isGroup, type Leaf, type Requirement } from './sequence-courses';

/** What a course or the project waits for when somebody begins. */
export type Wait =
  | { kind: 'before'; parts: Requirement }
  | { kind: 'courses'; courseIds: string[] }
  | { kind: 'days'; days: number }
  | { kind: 'date'; at: string };

export interface Opening {
  leaf: Leaf;
  /** Empty: it is open from the first moment. */
  waits: Wait[];
}

/** Courses and project as a learner finds them who has done nothing yet. */
export function atTheStart(sequence: Requirement): Opening[] {
  return openings(sequence, []);
}

function openings(requirement: Requirement, outer: readonly Wait[]): Opening[] {
  if (!isGroup(requirement)) return [{ leaf: requirement, waits: [...outer, ...ownWaits(requirement)] }];
  if (requirement.type !== 'in-order') return requirement.items.flatMap((item) => openings(item, outer));
  return requirement.items.flatMap((item, index) => {
    const before = requirement.items[index - 1];
    // Whoever waits for what is right before need not be told what that waits for.
    return openings(item, before ? [{ kind: 'before', parts: before }] : outer);
  });
}

function ownWaits({ after = [], release }: Leaf): Wait[] {
  const waits: Wait[] = [];
  if (after.length > 0) waits.push({ kind: 'courses', courseIds: after });
  if (release?.type === 'days-after-start' && release.days > 0) waits.push({ kind: 'days', days: release.days });
  if (release?.type === 'fixed') waits.push({ kind: 'date', at: release.at });
  return waits;
}
