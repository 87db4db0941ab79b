import { splitFrontMatter } from '../page/front-matter.js';
import type { Note } from '../report.js';
import { openYaml } from '../yaml/open-yaml.js';
import type { Fields } from '../yaml/fields.js';
import type { CourseConfig } from './course-config.js';
import { say } from '../remarks.js';

export interface PageHead {
  title: string;
  minutes: number;
  required: boolean;
  staffNotes: string;
  body: string;
  /** Lines of the file above the body. */
  linesBefore: number;
}

/** Front matter that only the lesson's own site reads. */
const SITE_FIELDS = ['site', 'permalink', 'layout', 'root', 'source', 'editor_options'];

/** A page that says nothing yet. */
const PLACEHOLDER = /^\s*(?:FIXME\b|$)/;
const BLOCK = /^:{3,}/m;

/**
 * Reads what stands above a page. `null` for a page that becomes no activity, which is noted.
 * @param fallback title of a page that has none
 */
export function readPageHead(
  text: string,
  format: CourseConfig['format'],
  role: 'episode' | 'aside',
  fallback: string,
  note: Note,
): PageHead | null {
  const { yaml, body, linesBefore } = splitFrontMatter(text);
  const fields = yaml === null ? null : openYaml(yaml, note, linesBefore.yaml);
  if (role === 'episode' && yaml === null) note('field-missing', 1, ...say('begins-with-title'));
  const title = fields?.text('title', role === 'aside' ? fallback : undefined) ?? fallback;
  const minutes = readMinutes(fields, role, note);
  const head = { title, minutes, required: role === 'episode', staffNotes: '', body, linesBefore: linesBefore.body };
  if (fields && format === 'cairn') {
    head.required = fields.flag('required', true);
    head.staffNotes = fields.text('staffNotes', '');
  } else fields?.skip([...SITE_FIELDS, 'break']);
  fields?.close(format === 'lesson' ? 'field-ignored' : 'field-unknown');
  const isPause = format === 'lesson' && role === 'episode' && minutes === 0 && (fields?.has('break') || !BLOCK.test(body));
  if (PLACEHOLDER.test(body)) note('page-empty', null, title);
  else if (isPause) note('break-left-out', null, title);
  else return head;
  return null;
}

/** Either `minutes`, or minutes of `teaching` and of `exercises`. */
function readMinutes(fields: Fields | null, role: 'episode' | 'aside', note: Note): number {
  if (!fields) return 0;
  const stated = ['minutes', 'teaching', 'exercises'].some((name) => fields.has(name));
  if (role === 'episode' && !stated) note('minutes-missing', null, ...say('says-its-minutes'));
  return fields.number('minutes', 0) + fields.number('teaching', 0) + fields.number('exercises', 0);
}
