import type { Edit } from './source-edits.js';

const DEFINITION = /^:[ \t]{1,3}(?=\S)/;
/** `[commit]{#commit}`: a term that links lead to. */
const TERM = /^\[([^\]]+)\]\{(#[\w-]+)\}$/;
const HEADING = /^(#{1,6})[ \t]/;

/** Makes each term of a definition list a heading, so that links to it still lead there, and its definition the text below. */
export function definitionListEdits(body: string): Edit[] {
  const edits: Edit[] = [];
  const lines = body.split('\n');
  let level = 1;
  let offset = 0;
  for (const [index, line] of lines.entries()) {
    level = HEADING.exec(line)?.[1]?.length ?? level;
    const mark = DEFINITION.exec(line);
    const term = lines[index - 1] ?? '';
    if (mark && term.trim() !== '' && !HEADING.test(term)) {
      const from = offset - term.length - 1;
      const [, words = term, id = ''] = TERM.exec(term) ?? [];
      const heading = `${'#'.repeat(Math.min(level + 1, 6))} ${words}${id && ` {${id}}`}`;
      edits.push({ from, to: offset + mark[0].length, text: `${heading}\n\n` });
    }
    offset += line.length + 1;
  }
  return edits;
}
