import type { Definition, Link, LinkReference } from 'mdast';
import { spanOf } from './markdown.js';
import type { Edit } from './source-edits.js';

/** Points a link at `address`, or leaves only its words where that is `null`. Bare addresses stay as they are. */
export function linkEdits(node: Link, source: string, address: string | null): Edit[] {
  const { from, to } = spanOf(node);
  if (source[from] !== '[' || address === node.url) return [];
  if (address === null) return wordsOnly(node);
  const title = node.title ? ` "${node.title.replaceAll('"', String.raw`\"`)}"` : '';
  return [{ from: wordsEnd(node), to, text: `](${address}${title})` }];
}

/** Leaves only the words of a link: its bracket and its tail go. */
export function wordsOnly(node: Link | LinkReference): Edit[] {
  const { from, to } = spanOf(node);
  return [
    { from, to: from + 1, text: '' },
    { from: wordsEnd(node), to, text: '' },
  ];
}

/** Points `[label]: address` at another address, or removes it where that is `null`. */
export function definitionEdits(node: Definition, address: string | null): Edit[] {
  if (address === node.url) return [];
  const { from, to } = spanOf(node);
  return [{ from, to, text: address === null ? '' : `[${node.label ?? node.identifier}]: ${address}` }];
}

function wordsEnd(node: Link | LinkReference): number {
  const last = node.children.at(-1);
  return last ? spanOf(last).to : spanOf(node).from + 1;
}
