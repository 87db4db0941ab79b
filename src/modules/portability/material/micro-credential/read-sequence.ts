import type { Release, Requirement } from '../../../catalog/index.js';
import type { Note } from '../report.js';
import type { Fields } from '../yaml/fields.js';
import { say } from '../remarks.js';

const TYPES = ['course', 'project', 'in-order', 'all-of', 'at-least', 'points'] as const;
const MAX_DEPTH = 10;

/** Reads `sequence`, whose nodes name courses by their folders. Without one, the courses follow one another with the project last. */
export function readSequence(parent: Fields, courseKeys: readonly string[], note: Note): Requirement {
  const fields = parent.group('sequence');
  const courses = courseKeys.map((courseId): Requirement => ({ type: 'course', courseId }));
  return (fields && readNode(fields, courseKeys, note, 1)) ?? { type: 'in-order', items: [...courses, { type: 'project' }] };
}

function readNode(fields: Fields, courseKeys: readonly string[], note: Note, depth: number): Requirement | null {
  if (depth > MAX_DEPTH) {
    note('field-malformed', fields.line(), ...say('sequence-too-deep', { most: MAX_DEPTH }));
    return null;
  }
  const type = fields.choice('type', TYPES);
  const node =
    type === 'course' || type === 'project'
      ? readLeaf(type, fields, courseKeys, note)
      : readGroup(type, fields, courseKeys, note, depth);
  fields.close();
  return node;
}

function readLeaf(type: 'course' | 'project', fields: Fields, courseKeys: readonly string[], note: Note): Requirement {
  const known = (key: string, name: string): void => {
    if (key && !courseKeys.includes(key)) note('course-unknown', fields.line(name), key);
  };
  const after = fields.texts('after');
  for (const key of after) known(key, 'after');
  const release = readRelease(fields);
  const timing = { ...(release ? { release } : {}), ...(after.length > 0 ? { after } : {}) };
  if (type === 'project') return { type, ...timing };
  const courseId = fields.text('course');
  known(courseId, 'course');
  return { type, courseId, ...timing };
}

function readGroup(
  type: 'in-order' | 'all-of' | 'at-least' | 'points',
  fields: Fields,
  courseKeys: readonly string[],
  note: Note,
  depth: number,
): Requirement {
  const title = fields.text('title', '');
  const items = fields.groups('items').flatMap((item) => readNode(item, courseKeys, note, depth + 1) ?? []);
  const base = { ...(title ? { title } : {}), items };
  if (type === 'at-least') return { type, count: fields.number('count', undefined, { min: 1, whole: true }), ...base };
  if (type === 'points') return { type, points: fields.number('points'), weights: readWeights(fields, courseKeys), ...base };
  return { type, ...base };
}

function readWeights(fields: Fields, courseKeys: readonly string[]): Record<string, number> {
  const weights = fields.group('weights');
  const read = courseKeys.flatMap((key) => (weights?.has(key) ? [[key, weights.number(key)] as const] : []));
  weights?.close();
  return Object.fromEntries(read);
}

function readRelease(fields: Fields): Release | null {
  const release = fields.group('release');
  if (!release) return null;
  const type = release.choice('type', ['days-after-start', 'fixed']);
  const read: Release =
    type === 'fixed' ? { type, at: release.text('at') } : { type, days: release.number('days', undefined, { whole: true }) };
  release.close();
  return read;
}
