import { isInstant } from './content-predicates.js';
import type { Release, Requirement } from './sequence.js';

/** The rule of an edition in words: keys and parameters for translations, English beside them. */
export interface RequirementWords {
  key: 'course' | 'project' | 'in_order' | 'all_of' | 'at_least' | 'points';
  params: Record<string, string | number>;
  /** When a course or the project opens, beyond its place in the order. */
  conditions: ConditionWords[];
  items: RequirementWords[];
  /** English, to stand inside a sentence. */
  text: string;
}

export interface ConditionWords {
  key: 'after_courses' | 'days_after_start' | 'opens_on';
  params: Record<string, string | number>;
  text: string;
}

export interface Titles {
  /** Course id → title. */
  courses: ReadonlyMap<string, string>;
  project: string;
}

/** One English sentence, such as `Complete in order: “The Unix Shell”, then the project “Clean a data set”.` */
export function requirementSentence(requirement: Requirement, titles: Titles): string {
  const words = requirementWords(requirement, titles);
  if (words.items.length === 0) return `Complete ${words.text}.`;
  const rule = `${lead(words)}: ${joined(words)}.`;
  return words.params.title === undefined ? `Complete ${rule}` : `${words.params.title}: complete ${rule}`;
}

export function requirementWords(requirement: Requirement, titles: Titles): RequirementWords {
  const words = wordsWithoutText(requirement, titles);
  return { ...words, text: phrase(words) };
}

type Untold = Omit<RequirementWords, 'text'>;

function wordsWithoutText(requirement: Requirement, titles: Titles): Untold {
  switch (requirement.type) {
    case 'course': {
      const { courseId } = requirement;
      const params = { courseId, course: titles.courses.get(courseId) ?? courseId };
      return { key: 'course', params, conditions: conditions(requirement, titles), items: [] };
    }
    case 'project':
      return { key: 'project', params: { project: titles.project }, conditions: conditions(requirement, titles), items: [] };
    case 'in-order':
      return group('in_order', requirement, {}, titles);
    case 'all-of':
      return group('all_of', requirement, {}, titles);
    case 'at-least':
      return group('at_least', requirement, { count: requirement.count, size: requirement.items.length }, titles);
    case 'points': {
      const words = group('points', requirement, { points: requirement.points }, titles);
      const items = words.items.map((item) => withPoints(item, requirement.weights));
      return { ...words, items };
    }
  }
}

function group(
  key: RequirementWords['key'],
  { title, items }: { title?: string; items: Requirement[] },
  params: Record<string, number>,
  titles: Titles,
): Untold {
  return {
    key,
    params: title === undefined || title.trim() === '' ? params : { ...params, title },
    conditions: [],
    items: items.map((item) => requirementWords(item, titles)),
  };
}

function withPoints(item: RequirementWords, weights: Record<string, number>): RequirementWords {
  const points = weights[item.params.courseId ?? ''] ?? 0;
  return { ...item, params: { ...item.params, points }, text: `${item.text} (${counted(points, 'point')})` };
}

function phrase(words: Untold): string {
  const when = words.conditions.length === 0 ? '' : ` (${words.conditions.map(({ text }) => text).join('; ')})`;
  if (words.key === 'course') return `“${words.params.course}”${when}`;
  if (words.key === 'project') return `the project “${words.params.project}”${when}`;
  const { title } = words.params;
  return title === undefined ? `${lead(words)} (${joined(words)})` : `${title} (${lead(words)}: ${joined(words)})`;
}

function lead({ key, params }: Untold): string {
  if (key === 'in_order') return 'in order';
  if (key === 'at_least') return `${params.count} of ${params.size}`;
  if (key === 'points') return `at least ${counted(Number(params.points), 'point')}`;
  return 'all of';
}

function joined({ key, items }: Untold): string {
  return items.map(({ text }) => text).join(key === 'in_order' ? ', then ' : ', ');
}

function conditions({ release, after = [] }: { release?: Release; after?: string[] }, titles: Titles): ConditionWords[] {
  const waits: ConditionWords[] = [];
  if (after.length > 0) {
    const courses = after.map((courseId) => `“${titles.courses.get(courseId) ?? courseId}”`).join(', ');
    waits.push({ key: 'after_courses', params: { courses }, text: `after ${courses}` });
  }
  if (release?.type === 'days-after-start' && release.days > 0) {
    const text = `opens ${counted(release.days, 'day')} after you start`;
    waits.push({ key: 'days_after_start', params: { days: release.days }, text });
  }
  if (release?.type === 'fixed') {
    // A draft may hold half a date.
    const day = isInstant(release.at) ? dayFormat.format(new Date(release.at)) : release.at;
    waits.push({ key: 'opens_on', params: { at: release.at }, text: `opens on ${day}` });
  }
  return waits;
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
