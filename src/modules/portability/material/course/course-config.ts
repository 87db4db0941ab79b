import type { Note } from '../report.js';
import { openYaml } from '../yaml/open-yaml.js';
import { say } from '../remarks.js';

export interface CourseConfig {
  /** `lesson`: a lesson of The Carpentries, whose config and pages may hold fields of that project. */
  format: 'lesson' | 'cairn';
  title: string;
  summary: string;
  language: string;
  /** `exact`: pages are Markdown in Cairn's own dialect, taken to the letter; only links to other activities are looked up. */
  pages: 'converted' | 'exact';
  licence: string;
  /** Of the licence's text, where the name does not tell. */
  licenceUrl: string;
  authors: string;
  source: string;
  changes: string;
  /** File names in the order of the course; `null`: all there are, by name. */
  episodes: string[] | null;
  /** The same for the pages beside the course. */
  learners: string[] | null;
}

/** Publishers by the code in `carpentry`. */
const PUBLISHERS = new Map([
  ['swc', 'The Carpentries (Software Carpentry)'],
  ['dc', 'The Carpentries (Data Carpentry)'],
  ['lc', 'The Carpentries (Library Carpentry)'],
  ['cp', 'The Carpentries'],
  ['incubator', 'The Carpentries Incubator'],
]);

/** Fields that only the lesson's own site needs. */
const SITE_FIELDS = [
  'created',
  'keywords',
  'life_cycle',
  'branch',
  'contact',
  'url',
  'analytics',
  'instructors',
  'profiles',
  'workbench-beta',
];

/** Reads a course's config.yaml; `null` if it cannot be read at all. */
export function readCourseConfig(text: string, note: Note): CourseConfig | null {
  const fields = openYaml(text, note);
  if (!fields) return null;
  const carpentry = fields.text('carpentry', '');
  const format = carpentry ? 'lesson' : 'cairn';
  const config: CourseConfig = {
    format,
    title: fields.text('title'),
    summary: fields.text('summary', ''),
    language: fields.text(format === 'lesson' ? 'lang' : 'language', 'en'),
    pages: format === 'lesson' ? 'converted' : fields.choice('pages', ['converted', 'exact'], 'converted'),
    licence: fields.text('license', ''),
    licenceUrl: format === 'lesson' ? '' : fields.text('licenseUrl', ''),
    authors: fields.text('authors', PUBLISHERS.get(carpentry) ?? ''),
    source: fields.text('source', ''),
    changes: fields.text('changes', ''),
    episodes: listOrAll(fields.texts('episodes')),
    learners: format === 'lesson' ? listOrAll(fields.texts('learners')) : [],
  };
  for (const [name, address] of [
    ['source', config.source],
    ['licenseUrl', config.licenceUrl],
  ] as const) {
    if (address && !/^https?:\/\//.test(address)) note('field-malformed', fields.line(name), ...say('must-be-address', { name }));
  }
  if (format === 'lesson') fields.skip(SITE_FIELDS);
  fields.close(format === 'lesson' ? 'field-ignored' : 'field-unknown');
  return config;
}

function listOrAll(names: string[]): string[] | null {
  return names.length > 0 ? names : null;
}
