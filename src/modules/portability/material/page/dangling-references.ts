import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Note } from '../report.js';
import { spanOf } from './markdown.js';
import { blankOut, type Edit } from './source-edits.js';
import { say } from '../remarks.js';

const REFERENCE = /\[([^[\]]+)\]\[([^[\]\n]+)\]/g;

/** Links by name (`[words][name]`) whose name is defined nowhere are plain text to a Markdown parser; only their words stay. */
export function danglingReferenceEdits(tree: Root, source: string, note: Note): Edit[] {
  const read: { from: number; to: number }[] = [];
  visit(tree, (node) => {
    if (['code', 'html', 'link', 'linkReference', 'image', 'imageReference', 'definition'].includes(node.type))
      read.push(spanOf(node));
  });
  const code: { from: number; to: number }[] = [];
  visit(tree, 'inlineCode', (node) => void code.push(spanOf(node)));
  const text = blankOut(source, read);
  return [...text.matchAll(REFERENCE)].flatMap(({ index, 0: whole, 1: words = '', 2: name = '' }) => {
    if (code.some(({ from, to }) => index >= from && index < to) || words.trim() === '') return [];
    note('link-broken', source.slice(0, index).split('\n').length, ...say('not-defined', { name }));
    const end = index + words.length + 1;
    return [
      { from: index, to: index + 1, text: '' },
      { from: end, to: index + whole.length, text: '' },
    ];
  });
}
