import { isMap, LineCounter, parseDocument } from 'yaml';
import type { Note } from '../report.js';
import { Fields } from './fields.js';
import { say } from '../remarks.js';

/**
 * Characters of indentation and list marks that may open a line, and brackets that may be open at once: each can be a level.
 * The parser recurses, and a process whose stack is used up does not always get away with an exception.
 */
const MAX_DEPTH = 120;

const LEAD = /^(?:\s|[-?:](?=\s))*/;

/**
 * Reads YAML whose root is a mapping. What is wrong goes to `note`; `null` if nothing can be read.
 * @param linesBefore lines of the file above the text, where it is the front matter of a page
 */
export function openYaml(text: string, note: Note, linesBefore = 0): Fields | null {
  if (isTooDeep(text)) {
    note('yaml-malformed', null, ...say('indented-too-far'));
    return null;
  }
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, schema: 'core', merge: false });
  const lineAt = (offset: number): number => counter.linePos(offset).line + linesBefore;
  for (const error of document.errors) note('yaml-malformed', lineAt(error.pos[0]), error.message);
  if (document.errors.length > 0) return null;
  if (!isMap(document.contents)) {
    note('yaml-malformed', 1 + linesBefore, ...say('expected-fields'));
    return null;
  }
  return new Fields(document.contents, note, lineAt);
}

/** Whether reading it would take too many levels. */
export function isTooDeep(text: string): boolean {
  if (text.split('\n').some((line) => (LEAD.exec(line)?.[0].length ?? 0) > MAX_DEPTH)) return true;
  let open = 0;
  for (const character of text) {
    if (character === '[' || character === '{') open += 1;
    else if ((character === ']' || character === '}') && open > 0) open -= 1;
    if (open > MAX_DEPTH) return true;
  }
  return false;
}
