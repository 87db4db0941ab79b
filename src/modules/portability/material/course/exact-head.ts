import { splitFrontMatter } from '../page/front-matter.js';
import type { Note } from '../report.js';
import { openYaml } from '../yaml/open-yaml.js';
import type { PageHead } from './page-head.js';
import { say } from '../remarks.js';

/** What a page that is taken to the letter says of itself. */
export interface ExactHead extends PageHead {
  objectives: string[];
  /** Path as the Markdown writes it → path in the package, for files that lie elsewhere. */
  files: Record<string, string>;
}

/**
 * Reads what stands above a page that is taken to the letter. The blank line below the front matter and the line end of the last line
 * belong to the file and not to the page.
 * @param find gives the path in the package of a file beside the episodes, or `null`
 */
export function readExactHead(text: string, find: (written: string) => string | null, note: Note): ExactHead | null {
  const { yaml, body, linesBefore } = splitFrontMatter(text);
  const fields = yaml === null ? null : openYaml(yaml, note, linesBefore.yaml);
  if (!fields) {
    if (yaml === null) note('field-missing', 1, ...say('begins-with-title'));
    return null;
  }
  const files = fields.groups('files').flatMap((entry) => {
    const file = entry.text('file');
    const path = find(file);
    if (file && path === null) note('file-missing', entry.line('file'), file);
    const stated = [entry.text('as'), path] as const;
    entry.close();
    return path === null ? [] : [stated];
  });
  const isParted = body.startsWith('\n');
  const head: ExactHead = {
    title: fields.text('title'),
    minutes: fields.number('minutes', 0),
    required: fields.flag('required', true),
    staffNotes: fields.text('staffNotes', ''),
    objectives: fields.texts('objectives'),
    files: Object.fromEntries(files) as Record<string, string>,
    body: body.slice(isParted ? 1 : 0).replace(/\n$/, ''),
    linesBefore: linesBefore.body + (isParted ? 1 : 0),
  };
  fields.close();
  return head;
}
