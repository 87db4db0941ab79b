import type { Requirement } from '../../catalog/domain/sequence.js';
import { latestIfAll, type CourseProgress } from './course-completion.js';
import { LARGEST_UNFINISHED_SHARE, sum, weightedShare } from './share.js';

export interface RequirementProgress {
  /** 0–1; 1 exactly when satisfied. */
  share: number;
  /** When the last thing needed was completed; `null` while it is not satisfied. */
  satisfiedAt: Date | null;
  minutesDone: number;
  minutesTotal: number;
}

type Courses = ReadonlyMap<string, CourseProgress>;

/**
 * How far a learner is with a part of the sequence; `null` for the project, which a verdict and not a fact completes.
 *
 * Where everything is needed, parts weigh as much as their minutes. Where there is a choice, the best items so far count,
 * each for its points (or alike), and the group weighs as much as its cheapest way through, whatever the learner chooses:
 * with a weight that followed the choice, progress in a longer elective could lower the whole.
 */
export function requirementProgress(requirement: Requirement, courses: Courses): RequirementProgress | null {
  switch (requirement.type) {
    case 'project':
      return null;
    case 'course':
      return courseRequirement(courses.get(requirement.courseId));
    case 'in-order':
    case 'all-of':
      return everything(partsOf(requirement.items, courses));
    case 'at-least': {
      const parts = partsOf(requirement.items, courses);
      // A project in a group may only stand where every item is needed, so leaving it out lowers the count by one.
      const count = requirement.count - (requirement.items.length - parts.length);
      return choice(
        parts.map((part) => ({ ...part, points: 1 })),
        count,
      );
    }
    case 'points': {
      const { items, weights, points } = requirement;
      const parts = items.flatMap((item) => {
        const part = requirementProgress(item, courses);
        return part === null ? [] : [{ ...part, points: item.type === 'course' ? (weights[item.courseId] ?? 0) : 0 }];
      });
      return choice(parts, points);
    }
  }
}

function courseRequirement(course: CourseProgress | undefined): RequirementProgress {
  // Publishing refuses a sequence with unknown courses; nothing could ever complete one.
  if (course === undefined) return { share: 0, satisfiedAt: null, minutesDone: 0, minutesTotal: 0 };
  const { share, completedAt, minutesDone, minutesTotal } = course;
  return { share, satisfiedAt: completedAt, minutesDone, minutesTotal };
}

function partsOf(items: readonly Requirement[], courses: Courses): RequirementProgress[] {
  return items.flatMap((item) => requirementProgress(item, courses) ?? []);
}

function everything(parts: readonly RequirementProgress[]): RequirementProgress | null {
  if (parts.length === 0) return null;
  return {
    share: weightedShare(parts.map(({ minutesTotal, share }) => ({ weight: minutesTotal, share }))),
    satisfiedAt: latestIfAll(parts.map(({ satisfiedAt }) => satisfiedAt)),
    minutesDone: sum(parts.map(({ minutesDone }) => minutesDone)),
    minutesTotal: sum(parts.map(({ minutesTotal }) => minutesTotal)),
  };
}

type Choosable = RequirementProgress & { points: number };

function choice(parts: readonly Choosable[], target: number): RequirementProgress | null {
  if (parts.length === 0) return null;
  const satisfiedAt = whenReached(parts, target);
  const share = satisfiedAt === null ? Math.min(bestShare(parts, target), LARGEST_UNFINISHED_SHARE) : 1;
  const minutesTotal = cheapestMinutes(parts, target);
  return { share, satisfiedAt, minutesTotal, minutesDone: minutesTotal * share };
}

/** Fills the target with the furthest items, each up to its points: the most that the learner's work so far can count for. */
function bestShare(parts: readonly Choosable[], target: number): number {
  const furthestFirst = parts.toSorted((a, b) => b.share - a.share);
  return fill(furthestFirst, target, ({ share }) => share) / target;
}

/** The least minutes that reach the target; the last item counts in part where less than all of its points are needed. */
function cheapestMinutes(parts: readonly Choosable[], target: number): number {
  const worthwhile = parts.filter(({ points }) => points > 0);
  const perPoint = ({ minutesTotal, points }: Choosable) => minutesTotal / points;
  return fill(
    worthwhile.toSorted((a, b) => perPoint(a) - perPoint(b)),
    target,
    perPoint,
  );
}

function fill(parts: readonly Choosable[], target: number, valuePerPoint: (part: Choosable) => number): number {
  let remaining = target;
  let value = 0;
  for (const part of parts) {
    const taken = Math.min(part.points, remaining);
    value += taken * valuePerPoint(part);
    remaining -= taken;
  }
  return value;
}

function whenReached(parts: readonly Choosable[], target: number): Date | null {
  const satisfied = parts.flatMap(({ satisfiedAt, points }) => (satisfiedAt === null ? [] : [{ satisfiedAt, points }]));
  let missing = target;
  for (const { satisfiedAt, points } of satisfied.sort((a, b) => a.satisfiedAt.getTime() - b.satisfiedAt.getTime())) {
    missing -= points;
    // The slack forgives decimal points such as 0.1 + 0.2.
    if (missing <= 1e-9) return satisfiedAt;
  }
  return null;
}
