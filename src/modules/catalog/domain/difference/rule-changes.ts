import type { Activity } from '../activity.js';
import type { EditionCourse } from '../edition.js';
import type { PublishingCandidate } from '../publishing-checks.js';
import { coursePoints } from '../sequence-tree.js';
import type { Requirement } from '../sequence.js';
import { saysTheSame } from './same.js';

/** `other`: neither asks for everything that the other does, or they only differ in when things open. */
export type Strictness = 'stricter' | 'looser' | 'other';

export type RuleKey =
  | 'sequence'
  | 'order'
  | 'required'
  | 'pass_mark'
  | 'quiz_attempts'
  | 'quiz_time'
  | 'pass_points'
  | 'must_pass'
  | 'project_attempts';

/** A rule of the later edition that is not the earlier one's. */
export interface RuleChange {
  key: RuleKey;
  strictness: Strictness;
  /** What it is a rule of: an activity or a criterion; null where it is the whole. */
  title: string | null;
  /** Where rules are numbers; null: no limit, or no such rule. */
  before: number | null;
  after: number | null;
}

/** More courses than that are not tried out in every combination. */
const MOST_TRIED = 12;

/** Whether the later rules ask for more or for less, and each reason why. */
export function ruleChanges(before: PublishingCandidate, after: PublishingCandidate): RuleChange[] {
  return [
    ...sequenceChanges(before, after),
    ...pairs(before.courses, after.courses).flatMap(([old, next]) => comeAndGone(old, next)),
    ...pairs(activitiesOf(before), activitiesOf(after)).flatMap(([old, next]) => activityChanges(old, next)),
    ...limit('pass_points', null, before.rubric?.passPoints ?? null, after.rubric?.passPoints ?? null, 'more'),
    ...pairs(before.rubric?.criteria ?? [], after.rubric?.criteria ?? []).flatMap(([old, next]) =>
      limit('must_pass', next.title, old.mustPassPoints, next.mustPassPoints, 'more'),
    ),
    ...limit('project_attempts', null, before.project?.attemptLimit ?? null, after.project?.attemptLimit ?? null, 'fewer'),
  ];
}

/** All of them together: null where nothing changed, `other` where some ask for more and some for less. */
export function overall(changes: readonly RuleChange[]): Strictness | null {
  const kinds = new Set(changes.map(({ strictness }) => strictness));
  const [only = null] = kinds;
  return kinds.size > 1 ? 'other' : only;
}

function sequenceChanges(before: PublishingCandidate, after: PublishingCandidate): RuleChange[] {
  if (saysTheSame(before.sequence, after.sequence)) return [];
  const strictness = compareSequences(before.sequence, after.sequence, idsOf([...before.courses, ...after.courses]));
  const key = strictness === 'same' ? 'order' : 'sequence';
  return [{ key, strictness: strictness === 'same' ? 'other' : strictness, title: null, before: null, after: null }];
}

function idsOf(courses: readonly EditionCourse[]): string[] {
  return [...new Set(courses.map(({ id }) => id))];
}

/** By trying out who satisfies which of the two: whoever completed these courses and no others. */
export function compareSequences(before: Requirement, after: Requirement, courseIds: readonly string[]): Strictness | 'same' {
  if (courseIds.length > MOST_TRIED) return 'other';
  let [onlyBefore, onlyAfter] = [false, false];
  for (let set = 0; set < 2 ** courseIds.length; set++) {
    const completed = new Set(courseIds.filter((_, index) => (set >> index) & 1));
    const [old, next] = [isSatisfied(before, completed), isSatisfied(after, completed)];
    onlyBefore ||= old && !next;
    onlyAfter ||= next && !old;
  }
  if (onlyBefore && onlyAfter) return 'other';
  return onlyBefore ? 'stricter' : onlyAfter ? 'looser' : 'same';
}

/** The project stands apart: both editions end with one. */
function isSatisfied(requirement: Requirement, completed: ReadonlySet<string>): boolean {
  switch (requirement.type) {
    case 'project':
      return true;
    case 'course':
      return completed.has(requirement.courseId);
    case 'in-order':
    case 'all-of':
      return requirement.items.every((item) => isSatisfied(item, completed));
    case 'at-least':
      return requirement.items.filter((item) => isSatisfied(item, completed)).length >= requirement.count;
    case 'points': {
      const satisfied = requirement.items.filter((item) => isSatisfied(item, completed));
      return satisfied.reduce((sum, item) => sum + coursePoints(requirement, item), 0) >= requirement.points - 1e-9;
    }
  }
}

/** In a course that both have, a new required activity asks for more, and one that is gone for less. */
function comeAndGone(old: EditionCourse, next: EditionCourse): RuleChange[] {
  const only = (these: EditionCourse, those: EditionCourse) =>
    these.activities.filter(({ id, required }) => required && !those.activities.some((other) => other.id === id));
  const change = (strictness: Strictness) => (activity: Activity) => ({
    key: 'required' as const,
    strictness,
    title: activity.title,
    before: null,
    after: null,
  });
  return [...only(next, old).map(change('stricter')), ...only(old, next).map(change('looser'))];
}

function activitiesOf({ courses }: PublishingCandidate): Activity[] {
  return courses.flatMap(({ activities }) => activities);
}

function activityChanges(old: Activity, next: Activity): RuleChange[] {
  const { title } = next;
  const required: RuleChange[] =
    old.required === next.required
      ? []
      : [{ key: 'required', strictness: next.required ? 'stricter' : 'looser', title, before: null, after: null }];
  if (old.body.kind !== 'quiz' || next.body.kind !== 'quiz') return required;
  const [one, other] = [old.body.quiz, next.body.quiz];
  return [
    ...required,
    ...limit('pass_mark', title, one.passMark, other.passMark, 'more'),
    ...limit('quiz_attempts', title, one.attemptLimit, other.attemptLimit, 'fewer'),
    ...limit('quiz_time', title, one.timeLimitSeconds, other.timeLimitSeconds, 'fewer'),
  ];
}

/** `harder`: whether more of it asks for more, or fewer. Without a number nothing is asked. */
function limit(
  key: RuleKey,
  title: string | null,
  before: number | null,
  after: number | null,
  harder: 'more' | 'fewer',
): RuleChange[] {
  if (before === after) return [];
  const isLess = (one: number | null, other: number | null) =>
    one === null || (other !== null && (harder === 'more' ? one < other : one > other));
  return [{ key, strictness: isLess(before, after) ? 'stricter' : 'looser', title, before, after }];
}

function pairs<Item extends { id: string }>(before: readonly Item[], after: readonly Item[]): [Item, Item][] {
  const old = new Map(before.map((item) => [item.id, item]));
  return after.flatMap((next): [Item, Item][] => {
    const earlier = old.get(next.id);
    return earlier ? [[earlier, next]] : [];
  });
}
