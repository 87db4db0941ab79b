import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

export function parseMarkdown(text: string): Root {
  return parser.parse(text);
}

/** Where a node stands in the text it was parsed from: offsets, and lines from 1. */
export interface Span {
  from: number;
  to: number;
  line: number;
  lastLine: number;
  column: number;
}

export function spanOf(node: Nodes): Span {
  const { position } = node;
  if (position?.start.offset === undefined || position.end.offset === undefined)
    throw new Error(`a parsed ${node.type} has no position`);
  const { start, end } = position;
  return { from: position.start.offset, to: position.end.offset, line: start.line, lastLine: end.line, column: start.column };
}

/** The words of a node: code within sentences included, blocks of code not. */
export function wordsOf(node: Nodes): string {
  if (node.type === 'code' || node.type === 'html') return '';
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
