import { type Group, isGroup, type Requirement } from './sequence-courses';

/** The way from the root to a part: the place in each group on the way. */
export type Path = readonly number[];

/** The tree with one part changed; `null` takes it out. The root stays. */
export function changeAt(root: Requirement, path: Path, change: (part: Requirement) => Requirement | null): Requirement {
  const [place, ...rest] = path;
  if (place === undefined) return change(root) ?? root;
  if (!isGroup(root)) return root;
  const part = root.items[place];
  if (part === undefined) return root;
  const changed = rest.length === 0 ? change(part) : changeAt(part, rest, change);
  return { ...root, items: changed === null ? root.items.toSpliced(place, 1) : root.items.with(place, changed) };
}

export function partAt(root: Requirement, path: Path): Requirement | null {
  let part: Requirement | undefined = root;
  for (const place of path) part = part && isGroup(part) ? part.items[place] : undefined;
  return part ?? null;
}

/** One place up or down among its neighbours; `null` at the end. */
export function stepped(root: Requirement, path: Path, step: -1 | 1): Requirement | null {
  const place = path.at(-1);
  const parent = partAt(root, path.slice(0, -1));
  if (place === undefined || !parent || !isGroup(parent)) return null;
  const [part, neighbour] = [parent.items[place], parent.items[place + step]];
  if (!part || !neighbour) return null;
  return changeAt(root, path.slice(0, -1), () => ({
    ...parent,
    items: parent.items.with(place, neighbour).with(place + step, part),
  }));
}

/** Into the group that stands before or behind it; `null` where there is none. */
export function movedIn(root: Requirement, path: Path, step: -1 | 1): Requirement | null {
  const place = path.at(-1);
  const parent = partAt(root, path.slice(0, -1));
  if (place === undefined || !parent || !isGroup(parent)) return null;
  const [part, neighbour] = [parent.items[place], parent.items[place + step]];
  if (!part || !neighbour || !isGroup(neighbour)) return null;
  const items = step === -1 ? [...neighbour.items, part] : [part, ...neighbour.items];
  return changeAt(root, path.slice(0, -1), () => ({
    ...parent,
    items: parent.items.with(place + step, weighted({ ...neighbour, items })).toSpliced(place, 1),
  }));
}

/** Out of its group, to right behind it; a group that is left empty goes. `null` at the top. */
export function movedOut(root: Requirement, path: Path): Requirement | null {
  const groupPath = path.slice(0, -1);
  const groupPlace = groupPath.at(-1);
  const part = partAt(root, path);
  if (groupPlace === undefined || !part) return null;
  return changeAt(
    changeAt(root, path, () => null),
    groupPath.slice(0, -1),
    (outer) => {
      if (!isGroup(outer)) return outer;
      const group = outer.items[groupPlace];
      const left = group && isGroup(group) && group.items.length === 0 ? [] : [group].filter((each) => each !== undefined);
      return weighted({ ...outer, items: outer.items.toSpliced(groupPlace, 1, ...left, part) });
    },
  );
}

/** Alone in a new group, which others can then join. */
export function wrapped(root: Requirement, path: Path): Requirement {
  return changeAt(root, path, (part) => ({ type: 'all-of', items: [part] }));
}

/** A group's items in its place. */
export function unwrapped(root: Requirement, path: Path): Requirement {
  const place = path.at(-1);
  const group = partAt(root, path);
  if (place === undefined || !group || !isGroup(group)) return root;
  return changeAt(root, path.slice(0, -1), (outer) =>
    isGroup(outer) ? weighted({ ...outer, items: outer.items.toSpliced(place, 1, ...group.items) }) : outer,
  );
}

/** The same items under another rule. */
export function ruledBy(group: Group, type: Group['type']): Group {
  if (group.type === type) return group;
  const { items, title } = group;
  const named = title === undefined ? { items } : { items, title };
  if (type === 'at-least') return { type, count: Math.max(items.length - 1, 1), ...named };
  if (type === 'points') return weighted({ type, points: Math.max(items.length - 1, 1), weights: {}, ...named });
  return { type, ...named };
}

/** A group of points with a point for each course that has none said. */
function weighted(group: Group): Group {
  if (group.type !== 'points') return group;
  const courses = group.items.flatMap((item) => (item.type === 'course' ? [item.courseId] : []));
  return { ...group, weights: Object.fromEntries(courses.map((id) => [id, group.weights[id] ?? 1])) };
}

export type Preset = 'one-by-one' | 'any-order' | 'choice';

/** The usual rules, ready made. */
export function preset(kind: Preset, courseIds: readonly string[]): Requirement {
  const courses = courseIds.map((courseId): Requirement => ({ type: 'course', courseId }));
  const project: Requirement = { type: 'project' };
  if (kind === 'one-by-one') return { type: 'in-order', items: [...courses, project] };
  const rule: Group = { type: 'all-of', items: courses };
  return { type: 'in-order', items: [kind === 'choice' ? ruledBy(rule, 'at-least') : rule, project] };
}
