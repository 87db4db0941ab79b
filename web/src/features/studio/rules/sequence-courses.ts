import type { MicroCredential } from '../queries';

/** The tree of courses, project and groups that says what unlocks what. */
export type Requirement = MicroCredential['sequence'];
export type Group = Extract<Requirement, { items: unknown[] }>;
export type Leaf = Exclude<Requirement, Group>;

export function isGroup(requirement: Requirement): requirement is Group {
  return 'items' in requirement;
}

/** The tree with each group's items made anew, from the leaves up. */
function mapGroups(requirement: Requirement, change: (group: Group) => Requirement): Requirement {
  if (!isGroup(requirement)) return requirement;
  return change({ ...requirement, items: requirement.items.map((item) => mapGroups(item, change)) });
}

/** Every course of the tree, from top to bottom. */
export function coursesIn(requirement: Requirement): string[] {
  if (isGroup(requirement)) return requirement.items.flatMap(coursesIn);
  return requirement.type === 'course' ? [requirement.courseId] : [];
}

/** With a course more: before the project where the two stand side by side, else at the end. */
export function withCourse(sequence: Requirement, courseId: string): Requirement {
  if (coursesIn(sequence).includes(courseId)) return sequence;
  const course: Requirement = { type: 'course', courseId };
  if (!isGroup(sequence)) return { type: 'in-order', items: [course, sequence] };
  const project = sequence.items.findIndex(({ type }) => type === 'project');
  const place = project === -1 ? sequence.items.length : project;
  return { ...sequence, items: sequence.items.toSpliced(place, 0, course) };
}

/** Without a course, and without everything that waits for it or counts it. Groups that it leaves empty go too. */
export function withoutCourse(sequence: Requirement, courseId: string): Requirement {
  const keep = (item: Requirement) =>
    !(item.type === 'course' && item.courseId === courseId) && !(isGroup(item) && item.items.length === 0);
  const forgetting = (item: Requirement): Requirement => {
    if (isGroup(item) || !item.after?.includes(courseId)) return item;
    const { after, ...rest } = item;
    const others = after.filter((id) => id !== courseId);
    return others.length === 0 ? rest : { ...rest, after: others };
  };
  return mapGroups(sequence, (group) => {
    const items = group.items.filter(keep).map(forgetting);
    if (group.type === 'points') {
      const { [courseId]: _, ...weights } = group.weights;
      return { ...group, weights, items };
    }
    if (group.type === 'at-least') return { ...group, count: Math.min(group.count, Math.max(items.length, 1)), items };
    return { ...group, items };
  });
}

/** The courses of each group in the order of the list; the places that other things have stay theirs. */
export function followingOrder(sequence: Requirement, courseIds: readonly string[]): Requirement {
  return mapGroups(sequence, (group) => {
    const courses = group.items
      .filter((item) => item.type === 'course')
      .toSorted((one, other) => courseIds.indexOf(one.courseId) - courseIds.indexOf(other.courseId));
    return { ...group, items: group.items.map((item) => (item.type === 'course' ? (courses.shift() ?? item) : item)) };
  });
}
