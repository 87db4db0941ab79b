import type { Text } from 'mdast';
import type { Note } from '../report.js';
import { spanOf } from './markdown.js';
import type { Edit } from './source-edits.js';

/** Liquid (`{% include x %}`, `{{ page.root }}`) and kramdown attributes (`{: .callout}`), which mean nothing here. */
const MARK = /\{%[^\n]*?%\}|\{\{[^\n]*?\}\}|\{:[^}\n]*\}/g;
/** Three hyphens between words are a dash, as Pandoc reads them. */
const DASH = /(?<=^|[\s\w])---(?=[\s\w])/g;

/** Takes the marks of site generators out of a text, and sets its dashes. */
export function templateEdits(node: Text, source: string, note: Note): Edit[] {
  const { from, to, line } = spanOf(node);
  const written = source.slice(from, to);
  const edits = [...written.matchAll(DASH)].map((match) => ({ from: from + match.index, to: from + match.index + 3, text: '—' }));
  for (const match of written.matchAll(MARK)) {
    // After a picture these are its attributes, which pages know.
    if (source[from + match.index - 1] === ')' && match[0].startsWith('{:')) continue;
    note('template-left-out', line + (written.slice(0, match.index).split('\n').length - 1), match[0]);
    edits.push({ from: from + match.index, to: from + match.index + match[0].length, text: '' });
  }
  return edits;
}
