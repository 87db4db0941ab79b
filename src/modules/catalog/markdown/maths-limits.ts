import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

const MAX_CHARACTERS = 2_000;
const MAX_OPEN_BRACES = 40;

/**
 * Shows formulas of a size that nobody writes as code instead. The formula reader recurses into `{{{…` and `\\sqrt\\sqrt…`,
 * and a process whose stack is used up does not always get away with an exception.
 */
export function refuseHugeFormulas(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (index === undefined || !parent || !('value' in node) || !isHuge(node.value)) return;
    if (node.type === 'inlineMath') parent.children[index] = { type: 'inlineCode', value: node.value };
    else if (node.type === 'math') parent.children[index] = { type: 'code', value: node.value };
    else if (node.type === 'code' && node.lang === 'math') node.lang = 'tex';
  });
}

function isHuge(formula: string): boolean {
  if (formula.length > MAX_CHARACTERS) return true;
  let open = 0;
  for (const character of formula) {
    if (character === '{') open += 1;
    else if (character === '}' && open > 0) open -= 1;
    if (open > MAX_OPEN_BRACES) return true;
  }
  return false;
}
