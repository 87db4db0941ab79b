import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { readAnew } from './read-anew.js';

/**
 * Turns maths that is really money back into words: `from $5 to $10`.
 * Pandoc's rule: a dollar sign opens maths when something other than a space follows it,
 * and closes it when something other than a space comes before it and no digit after it.
 */
export function settleDollarSigns(tree: Root, source: string): void {
  visit(tree, 'inlineMath', (node, index, parent) => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined || index === undefined || !parent) return;
    const written = source.slice(start, end);
    if (isMaths(written, source.charAt(end))) return;
    const words = readAnew(source, start, end, 'words');
    parent.children.splice(index, 1, ...words);
    return [SKIP, index + words.length];
  });
}

function isMaths(written: string, next: string): boolean {
  if (written.startsWith('$$')) return true;
  return !/^\$\s/.test(written) && !/\s\$$/.test(written) && !/\d/.test(next);
}
