import type { Root, RootContent } from 'mdast';
import { balanceFences, parsePage, settleDollarSigns } from './page-syntax';
import { definitionsIn, readBlock } from './read-block';
import type { ReadBlock, ReadPage, RichNode } from './rich-node';

const LINE_END = /\r\n|\n|\r/g;

interface Span {
  from: number;
  to: number;
}

/** Reads a page into blocks that each know the text they come from. What the editor has no form for becomes a block of its own source. */
export function readPage(markdown: string): ReadPage {
  const { tree, source } = parse(markdown);
  const definitions = definitionsIn(tree);
  const place = placing(markdown, source);
  const blocks: ReadBlock[] = [];
  const gaps: string[] = [];
  let read = 0;
  // The fences that close what the author left open are none of the page's own text.
  const own = tree.children.filter(place.isOwn);
  for (const [index, block] of own.entries()) {
    const span = place(block, read, place.startOf(own[index + 1]));
    const written = markdown.slice(span.from, span.to);
    gaps.push(markdown.slice(read, span.from));
    blocks.push({
      node: readBlock(block, { definitions, source }) ?? asSource(written),
      source: written,
      isIndented: /^[ \t]/.test(written),
      isOpen: index === own.length - 1 && isOpen(written),
    });
    read = span.to;
  }
  gaps.push(markdown.slice(read));
  return { blocks, gaps };
}

/** A text that is put into another one, where it has no source of its own to keep. */
export function readFragment(markdown: string): RichNode[] {
  return readPage(markdown).blocks.map(({ node }) => node);
}

function parse(markdown: string): { tree: Root; source: string } {
  const source = balanceFences(markdown);
  const tree = parsePage(source);
  settleDollarSigns(tree, source);
  return { tree, source };
}

/** The lines that the parser was given are those of the author, but for the fences of blocks, whose colons were counted anew. */
function placing(markdown: string, source: string) {
  const [written, parsed] = [linesOf(markdown), linesOf(source)];
  const line = (number: number) => written[number - 1] ?? { from: markdown.length, to: markdown.length };
  const isAsWritten = (number: number) => {
    const [one, other] = [written[number - 1], parsed[number - 1]];
    return one && other && markdown.slice(one.from, one.to) === source.slice(other.from, other.to);
  };
  const startOf = (block: RootContent | undefined): number =>
    block?.position ? line(block.position.start.line).from : markdown.length;
  const place = (block: RootContent, least: number, most: number): Span => {
    const { start, end } = block.position ?? { start: { line: 1 }, end: { line: written.length, column: Infinity } };
    const last = line(end.line);
    const to = isAsWritten(end.line) ? Math.min(last.from + end.column - 1, last.to) : last.to;
    const from = Math.max(line(start.line).from, least);
    // Whatever stands before the next block and is no white space belongs to this one.
    const rest = markdown.slice(Math.max(to, from), Math.max(most, from)).trimEnd();
    const all = markdown.slice(from, Math.max(to, from) + rest.length);
    return { from, to: from + all.trimEnd().length };
  };
  const isOwn = (block: RootContent) => (block.position?.start.line ?? 1) <= written.length;
  return Object.assign(place, { startOf, isOwn });
}

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(LINE_END)) {
    lines.push({ from, to: match.index });
    from = match.index + match[0].length;
  }
  return [...lines, { from, to: text.length }];
}

const AFTER = 'Words after it';

/** Whether what follows a text would become a part of it. */
function isOpen(written: string): boolean {
  const { tree, source } = parse(`${written}\n\n${AFTER}`);
  const last = tree.children.at(-1);
  return tree.children.length < 2 || last?.type !== 'paragraph' || !source.endsWith(AFTER);
}

function asSource(text: string): RichNode {
  return { type: 'sourceBlock', content: text === '' ? [] : [{ type: 'text', text }] };
}
