import { visit } from 'unist-util-visit';
import type { Note } from '../report.js';
import { parseMarkdown, spanOf } from './markdown.js';
import { say } from '../remarks.js';

/** A stretch of the page's source between fences, by offsets. */
export interface Passage {
  kind: 'passage';
  from: number;
  to: number;
}

/** What stands between an opening fence (`::: challenge`) and the one that closes it. */
export interface Block {
  kind: 'block';
  name: string;
  /** Markdown in the fence itself: `[label]` or `title="…"`. */
  label: string | null;
  line: number;
  children: Piece[];
}

export type Piece = Passage | Block;

export interface Pieces {
  pieces: Piece[];
  /** The fence lines themselves. */
  fences: { from: number; to: number }[];
}

/** Fences may be of any length, may end in colons, and may carry a label or Pandoc attributes: `::: {.challenge #first}`. */
const OPENING =
  /^ {0,3}:{3,}[ \t]*(?:([a-z][\w-]*)(?:\[(.*)\])?(?:[ \t]*\{(.*)\})?|\{[ \t]*\.([a-z][\w-]*)([^}]*)\})(?:[ \t]*:*)$/i;
const CLOSING = /^ {0,3}:{3,}$/;
const TITLE = /(?:^|\s)title=(?:"([^"]*)"|'([^']*)')/;
const MAX_DEPTH = 20;

/** Other names that material in the wild uses for the same thing. */
const ALIASES = new Map([
  ['caution', 'warning'],
  ['checklist', 'callout'],
  ['testimonial', 'callout'],
  ['prerequisite', 'prereq'],
  ['instructor-note', 'instructor'],
]);

/** Takes a page apart at the fences of its blocks. A fence without a name closes the innermost open block, however long it is. */
export function findPieces(body: string, note: Note): Pieces {
  const literal = literalLines(body);
  const root: Piece[] = [];
  const open: Block[] = [];
  const fences: Pieces['fences'] = [];
  const siblings = (): Piece[] => open.at(-1)?.children ?? root;
  let start = 0;
  let offset = 0;
  for (const [index, untrimmed] of body.split('\n').entries()) {
    const line = untrimmed.trimEnd();
    const opening = literal.has(index + 1) ? null : OPENING.exec(line);
    const closes = opening === null && !literal.has(index + 1) && CLOSING.test(line);
    if (opening || closes) {
      siblings().push({ kind: 'passage', from: start, to: offset });
      fences.push({ from: offset, to: offset + untrimmed.length });
      start = offset + untrimmed.length;
      if (!opening && !open.pop()) note('fence-unmatched', index + 1, ...say('closes-nothing'));
      if (opening && open.length >= MAX_DEPTH) note('fence-unmatched', index + 1, ...say('blocks-too-deep', { most: MAX_DEPTH }));
      else if (opening) {
        const block = asBlock(opening, index + 1);
        siblings().push(block);
        open.push(block);
      }
    }
    offset += untrimmed.length + 1;
  }
  siblings().push({ kind: 'passage', from: start, to: body.length });
  for (const block of open) note('fence-unmatched', block.line, ...say('never-closed', { name: block.name }));
  return { pieces: root, fences };
}

function asBlock(opening: RegExpExecArray, line: number): Block {
  const [, name = '', label, attributes = '', className = '', more = ''] = opening;
  const written = (name || className).toLowerCase();
  const title = TITLE.exec(attributes + more);
  return {
    kind: 'block',
    name: ALIASES.get(written) ?? written,
    label: label ?? title?.[1] ?? title?.[2] ?? null,
    line,
    children: [],
  };
}

/** Lines from 1 of code and comments, in which colons are only colons. */
function literalLines(body: string): Set<number> {
  const literal = new Set<number>();
  visit(parseMarkdown(body), (node) => {
    if (node.type !== 'code' && !(node.type === 'html' && node.value.startsWith('<!--'))) return;
    const { line, lastLine } = spanOf(node);
    for (let number = line; number <= lastLine; number += 1) literal.add(number);
  });
  return literal;
}
