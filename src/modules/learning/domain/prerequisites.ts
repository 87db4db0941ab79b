import type { Requirement } from '../../catalog/domain/sequence.js';

export interface CourseState {
  /** 0–1. */
  share: number;
  completed: boolean;
}

/** What has to be done before something opens. Keys are translated; `prerequisiteWords` says them in English. */
export type Prerequisite =
  | { key: 'complete_course_first'; courseId: string; share: number }
  | { key: 'pass_project_first' }
  /** `missing` more of the named courses' groups. */
  | { key: 'complete_some_first'; missing: number; courseIds: string[]; title: string | null }
  | { key: 'earn_points_first'; missing: number; courseIds: string[]; title: string | null };

export type Leaf = Extract<Requirement, { type: 'course' | 'project' }>;

export interface Done {
  courses: ReadonlyMap<string, CourseState>;
  projectPassed: boolean;
}

/**
 * Every course and the project of the sequence with what still stands before it. In a group "in order" all earlier items come
 * first, not only the neighbour: one that was completed elsewhere must not open what follows it past the rest.
 */
export function prerequisites(sequence: Requirement, done: Done): { leaf: Leaf; missing: Prerequisite[] }[] {
  return collect(sequence, [], done);
}

function collect(
  requirement: Requirement,
  inherited: readonly Prerequisite[],
  done: Done,
): { leaf: Leaf; missing: Prerequisite[] }[] {
  switch (requirement.type) {
    case 'course':
    case 'project': {
      const named = (requirement.after ?? []).flatMap((courseId) => missingFor({ type: 'course', courseId }, done));
      return [{ leaf: requirement, missing: withoutRepeats([...inherited, ...named]) }];
    }
    case 'in-order': {
      let before = inherited;
      return requirement.items.flatMap((item) => {
        const leaves = collect(item, before, done);
        before = [...before, ...missingFor(item, done)];
        return leaves;
      });
    }
    default:
      return requirement.items.flatMap((item) => collect(item, inherited, done));
  }
}

/** What is missing to satisfy a part of the sequence; nothing when it is satisfied. */
export function missingFor(requirement: Requirement, done: Done): Prerequisite[] {
  switch (requirement.type) {
    case 'course': {
      const { courseId } = requirement;
      const { completed, share } = done.courses.get(courseId) ?? { completed: false, share: 0 };
      return completed ? [] : [{ key: 'complete_course_first', courseId, share }];
    }
    case 'project':
      return done.projectPassed ? [] : [{ key: 'pass_project_first' }];
    case 'in-order':
    case 'all-of':
      return requirement.items.flatMap((item) => missingFor(item, done));
    case 'at-least': {
      const open = requirement.items.filter((item) => missingFor(item, done).length > 0);
      const missing = requirement.count - (requirement.items.length - open.length);
      if (missing <= 0) return [];
      return [{ key: 'complete_some_first', missing, courseIds: open.flatMap(courseIdsIn), title: requirement.title ?? null }];
    }
    case 'points': {
      const { items, weights, points } = requirement;
      const open = items.filter((item) => missingFor(item, done).length > 0);
      const earned = items
        .filter((item) => !open.includes(item))
        .reduce((sum, item) => sum + (item.type === 'course' ? (weights[item.courseId] ?? 0) : 0), 0);
      const missing = points - earned;
      // The slack forgives decimal points such as 0.1 + 0.2.
      if (missing <= 1e-9) return [];
      return [{ key: 'earn_points_first', missing, courseIds: open.flatMap(courseIdsIn), title: requirement.title ?? null }];
    }
  }
}

function courseIdsIn(requirement: Requirement): string[] {
  if (requirement.type === 'course') return [requirement.courseId];
  return requirement.type === 'project' ? [] : requirement.items.flatMap(courseIdsIn);
}

function withoutRepeats(missing: readonly Prerequisite[]): Prerequisite[] {
  const seen = new Set<string>();
  return missing.filter((one) => {
    const name = JSON.stringify(one);
    return !seen.has(name) && seen.add(name);
  });
}
