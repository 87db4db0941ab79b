import type { PhrasingContent, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { parsePage } from './page-syntax.js';

/** What begins each further line of a paragraph in a quotation or a list. */
const LINE_LEAD = /\n(?:[ \t]*>)*[ \t]*/y;

/**
 * Reads a piece of a paragraph anew, with the white space at its ends that a paragraph would lose. Each node knows the offsets at which
 * it stands in the page. With `'words'` a dollar sign is only a dollar sign.
 */
export function readAnew(source: string, from: number, to: number, dollars: 'maths' | 'words'): PhrasingContent[] {
  const { text, offsets } = takePiece(source, from, to, dollars);
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  // Behind a mark, so that a dash, a number or a quotation sign that comes first begins no list and no block.
  const mark = before ? '} ' : '}';
  const [first] = parsePage(mark + words).children;
  const place = (index: number) => offsets[before.length + Math.max(index - mark.length, 0)] ?? to;
  const [start, end] = [place(0), place(mark.length + words.length)];
  if (first?.type !== 'paragraph') return asText(text, from, to);
  visit(first, ({ position }) => {
    if (!position) return;
    position.start.offset = place(position.start.offset ?? 0);
    position.end.offset = place(position.end.offset ?? 0);
  });
  return [...asText(before, from, start), ...withoutMark(first.children, mark), ...asText(after, end, to)];
}

/** The words of a paragraph from one offset to another, and at which offset each of their characters stands. */
function takePiece(source: string, from: number, to: number, dollars: 'maths' | 'words') {
  let text = '';
  const offsets: number[] = [];
  const take = (characters: string, offset: number) => {
    text += characters;
    for (let count = characters.length; count > 0; count -= 1) offsets.push(offset);
  };
  for (let at = from; at < to; at += 1) {
    const character = source.charAt(at);
    LINE_LEAD.lastIndex = at;
    const lead = character === '\n' ? LINE_LEAD.exec(source)?.[0].length : undefined;
    take(character === '$' && dollars === 'words' && !isEscaped(source, at) ? String.raw`\$` : character, at);
    if (lead) at += lead - 1;
  }
  return { text, offsets };
}

function isEscaped(source: string, at: number): boolean {
  let slashes = 0;
  while (source.charAt(at - slashes - 1) === '\\') slashes += 1;
  return slashes % 2 === 1;
}

function withoutMark([first, ...rest]: PhrasingContent[], mark: string): PhrasingContent[] {
  if (first?.type !== 'text') return rest;
  const value = first.value.slice(mark.length);
  return value ? [{ ...first, value }, ...rest] : rest;
}

function asText(value: string, from: number, to: number): Text[] {
  const point = (offset: number) => ({ line: 1, column: 1, offset });
  return value ? [{ type: 'text', value, position: { start: point(from), end: point(to) } }] : [];
}
