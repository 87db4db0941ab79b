/** Longest page that is rendered, in characters. The longest real course page we know has 35,000. */
const MAX_CHARACTERS = 200_000;
/** Characters of quote marks, list marks and white space that may open a line: each can be a level of nesting. */
const MAX_LEAD = 250;
/** Brackets open at once in a paragraph. The parser's time grows with their cube. */
const MAX_OPEN_BRACKETS = 100;
/** Emphasis marks, or closing brackets that close nothing, in a paragraph. The parser's time grows with their square. */
const MAX_MARKS = 1500;

const MARKS = '*_~]';

const LEAD = /^(?:[\s>]|[-*+](?=\s)|\d{1,9}[.)](?=\s))*/;

/**
 * Whether a text is so long, or nested so deeply, that parsing it would take seconds or exhaust the stack.
 * Such a text was made to do so, and is shown as it was typed.
 */
export function exceedsRenderLimits(markdown: string): boolean {
  if (markdown.length > MAX_CHARACTERS) return true;
  return markdown.split(/\n[ \t]*\n/).some((paragraph) => isTooDeep(paragraph) || hasTooManyMarks(paragraph));
}

function isTooDeep(paragraph: string): boolean {
  return paragraph.split('\n').some((line) => (LEAD.exec(line)?.[0].length ?? 0) > MAX_LEAD);
}

function hasTooManyMarks(paragraph: string): boolean {
  let open = 0;
  let marks = 0;
  for (const character of paragraph) {
    if (character === '[') open += 1;
    else if (character === ']' && open > 0) open -= 1;
    else if (MARKS.includes(character)) marks += 1;
    if (open > MAX_OPEN_BRACKETS || marks > MAX_MARKS) return true;
  }
  return false;
}
