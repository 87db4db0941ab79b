import type { Node, Schema } from '@tiptap/pm/model';
import { readPage } from '../text/read-page';
import type { RichNode } from '../text/rich-node';
import { type PageBlock, writePage, type Written } from '../text/write-page';
import { styleOf } from '../text/written-style';

/** A page that is being edited: what it was read from, so that what is not touched is written as it was. */
export interface RichDocument {
  /** What the editor begins with. */
  nodes: Node[];
  /** The page as Markdown, with what has become of it. */
  write: (doc: Node) => string;
}

export function openDocument(markdown: string, schema: Schema): RichDocument {
  const { blocks, gaps } = readPage(markdown);
  const nodes = blocks.map(({ node }) => schema.nodeFromJSON(node));
  const page: Written = { originals: blocks, gaps, style: styleOf(markdown) };
  return {
    nodes: nodes.length > 0 ? nodes : [schema.nodeFromJSON({ type: 'paragraph' })],
    write: (doc) => writePage(matched(doc, nodes), page),
  };
}

/** Says of each block which of those that were read it still equals. Most are the very same objects, at both ends of the page. */
function matched(doc: Node, originals: readonly Node[]): PageBlock[] {
  const now = [...doc.children];
  const result = now.map((node): PageBlock => ({ node: node.toJSON() as RichNode, original: null }));
  const same = (index: number, original: number) => Boolean(originals[original] && now[index]?.eq(originals[original]));
  const set = (index: number, original: number) => {
    const block = result[index];
    if (block) block.original = original;
  };
  let start = 0;
  while (start < now.length && same(start, start)) set(start, start++);
  let fromEnd = 0;
  const most = Math.min(now.length, originals.length) - start;
  while (fromEnd < most && same(now.length - 1 - fromEnd, originals.length - 1 - fromEnd)) {
    set(now.length - 1 - fromEnd, originals.length - 1 - fromEnd);
    fromEnd += 1;
  }
  let next = start;
  for (let index = start; index < now.length - fromEnd; index += 1) {
    const found = originals.findIndex((_, at) => at >= next && at < originals.length - fromEnd && same(index, at));
    if (found < 0) continue;
    set(index, found);
    next = found + 1;
  }
  return result;
}
