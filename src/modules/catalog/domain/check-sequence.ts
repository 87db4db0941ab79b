import { isInstant, repeats } from './content-predicates.js';
import type { EditionCourse } from './edition.js';
import { problem, type PublishingProblem, THE_PROJECT } from './publishing-problem-codes.js';
import type { Requirement } from './sequence.js';
import { neverOpening } from './sequence-reachability.js';
import {
  asGroup,
  coursePoints,
  isOptional,
  MAX_SEQUENCE_DEPTH,
  MAX_SEQUENCE_NODES,
  sequenceNodes,
  totalPoints,
  type Group,
  type SequenceNode,
} from './sequence-tree.js';

export function sequenceProblems(sequence: Requirement, courses: readonly EditionCourse[]): PublishingProblem[] {
  const nodes = sequenceNodes(sequence);
  if ('oversized' in nodes) {
    return nodes.oversized === 'depth'
      ? [problem('sequence_too_deep', '/sequence', { limit: MAX_SEQUENCE_DEPTH })]
      : [problem('sequence_too_large', '/sequence', { limit: MAX_SEQUENCE_NODES })];
  }
  const titles = new Map(courses.map(({ id, title }) => [id, title]));
  return [
    ...placeProblems(nodes, titles),
    ...projectPlaceProblems(nodes),
    ...nodes.flatMap((node) => groupProblems(node, titles)),
    ...nodes.flatMap((node) => leafProblems(node, nodes, titles)),
    ...neverOpening(nodes).map((node) => problem('sequence_never_opens', node.path, { item: itemName(node, titles) })),
  ];
}

type Titles = ReadonlyMap<string, string>;

function itemName({ requirement }: SequenceNode, titles: Titles): string {
  return requirement.type === 'course' ? (titles.get(requirement.courseId) ?? requirement.courseId) : THE_PROJECT;
}

function courseIdsOf(nodes: readonly SequenceNode[]): { courseId: string; path: string }[] {
  return nodes.flatMap(({ requirement, path }) =>
    requirement.type === 'course' ? [{ courseId: requirement.courseId, path }] : [],
  );
}

function placeProblems(nodes: readonly SequenceNode[], titles: Titles): PublishingProblem[] {
  const places = courseIdsOf(nodes);
  const placed = new Set(places.map(({ courseId }) => courseId));
  const unknown = places
    .filter(({ courseId }) => !titles.has(courseId))
    .map(({ courseId, path }) => problem('sequence_course_unknown', `${path}/courseId`, { courseId }));
  const repeated = repeats(places.map(({ courseId }) => courseId)).flatMap((index) => {
    const place = places[index];
    return place
      ? [problem('sequence_course_repeated', place.path, { course: titles.get(place.courseId) ?? place.courseId })]
      : [];
  });
  const missing = [...titles]
    .filter(([courseId]) => !placed.has(courseId))
    .map(([courseId, course]) => problem('sequence_course_missing', '/sequence', { course, courseId }));
  return [...unknown, ...repeated, ...missing];
}

function projectPlaceProblems(nodes: readonly SequenceNode[]): PublishingProblem[] {
  const places = nodes.filter(({ requirement }) => requirement.type === 'project');
  if (places.length === 0) return [problem('sequence_project_missing', '/sequence')];
  return [
    ...places.slice(1).map(({ path }) => problem('sequence_project_repeated', path)),
    ...places.filter(isOptional).map(({ path }) => problem('sequence_project_optional', path)),
  ];
}

function groupProblems({ requirement, path }: SequenceNode, titles: Titles): PublishingProblem[] {
  const group = asGroup(requirement);
  if (group === null) return [];
  if (group.items.length === 0) return [problem('sequence_group_empty', path)];
  if (group.type === 'at-least') return countProblems(group, path);
  if (group.type === 'points') return pointsProblems(group, path, titles);
  return [];
}

function countProblems({ count, items }: Extract<Group, { type: 'at-least' }>, path: string): PublishingProblem[] {
  if (!(Number.isInteger(count) && count >= 1)) return [problem('sequence_count_malformed', `${path}/count`)];
  if (count <= items.length) return [];
  return [problem('sequence_count_too_high', `${path}/count`, { count, size: items.length })];
}

function pointsProblems(group: Extract<Group, { type: 'points' }>, path: string, titles: Titles): PublishingProblem[] {
  const problems = group.items.flatMap((item, position) => {
    if (item.type !== 'course') return [problem('sequence_points_item_not_course', `${path}/items/${position}`)];
    const points = coursePoints(group, item);
    if (Number.isFinite(points) && points > 0) return [];
    const course = titles.get(item.courseId) ?? item.courseId;
    return [problem('sequence_points_weight_missing', `${path}/weights`, { course, courseId: item.courseId })];
  });
  const { points } = group;
  const total = totalPoints(group);
  if (!(Number.isFinite(points) && points > 0)) problems.push(problem('sequence_points_malformed', `${path}/points`));
  if (points > total) problems.push(problem('sequence_points_unreachable', `${path}/points`, { points, total }));
  return problems;
}

function leafProblems(node: SequenceNode, nodes: readonly SequenceNode[], titles: Titles): PublishingProblem[] {
  const { requirement, path } = node;
  if (requirement.type !== 'course' && requirement.type !== 'project') return [];
  const item = itemName(node, titles);
  const known = new Set(courseIdsOf(nodes).map(({ courseId }) => courseId));
  const own = requirement.type === 'course' ? requirement.courseId : null;
  const problems = (requirement.after ?? []).flatMap((courseId, index) => {
    if (courseId === own) return [problem('sequence_after_self', `${path}/after/${index}`, { item })];
    return known.has(courseId) ? [] : [problem('sequence_after_unknown', `${path}/after/${index}`, { item, courseId })];
  });
  const { release } = requirement;
  if (release?.type === 'fixed' && !isInstant(release.at)) {
    problems.push(problem('release_date_malformed', `${path}/release/at`, { item, at: release.at }));
  }
  if (release?.type === 'days-after-start' && !(Number.isInteger(release.days) && release.days >= 0)) {
    problems.push(problem('release_days_malformed', `${path}/release/days`, { item }));
  }
  return problems;
}
