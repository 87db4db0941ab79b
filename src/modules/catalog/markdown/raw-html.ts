import type { Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

/** HTML that authors may type, because Markdown has no sign for it. Written without attributes. */
const PAIRED = new Set(['kbd', 'sub', 'sup', 'mark']);

const OPENING = /^<([a-z]+)>$/i;
const COMMENT = /^<!--/;
/** The only HTML without an end that a page may hold. */
export const LINE_BREAK = /^<br\s*\/?>$/i;

/**
 * Makes the few harmless inline tags elements and shows all other HTML as the text that was typed.
 * Nothing of it reaches the page as HTML, and nothing that only looks like it (`List<String>`) is lost.
 */
export function settleRawHtml(tree: Root): void {
  visit(tree, (node) => {
    if ('children' in node) settleChildren(node);
  });
}

function settleChildren(parent: Parents): void {
  const children: RootContent[] = [];
  for (let index = 0; index < parent.children.length; index += 1) {
    const node = parent.children[index];
    if (node?.type !== 'html') {
      if (node) children.push(node);
      continue;
    }
    const close = closingTag(parent.children, index);
    if (close === null) children.push(...asText(node.value, isInline(parent)));
    else {
      const inside = parent.children.slice(index + 1, close) as PhrasingContent[];
      children.push({ type: 'emphasis', data: { hName: node.value.slice(1, -1).toLowerCase() }, children: inside });
      index = close;
    }
  }
  parent.children = children as typeof parent.children;
}

/** Where the tag is that closes one of the harmless tags at `from`; `null` for anything else. */
export function closingTag(siblings: readonly RootContent[], from: number): number | null {
  const node = siblings[from];
  const name = node?.type === 'html' ? OPENING.exec(node.value)?.[1]?.toLowerCase() : undefined;
  if (!name || !PAIRED.has(name)) return null;
  const close = siblings.findIndex(
    (other, index) => index > from && other.type === 'html' && other.value.toLowerCase() === `</${name}>`,
  );
  return close === -1 ? null : close;
}

function asText(value: string, inline: boolean): RootContent[] {
  if (COMMENT.test(value)) return [];
  if (LINE_BREAK.test(value)) return inline ? [{ type: 'break' }] : [];
  const text = { type: 'text' as const, value };
  return inline ? [text] : [{ type: 'paragraph', children: [text] }];
}

/** Whether a node holds words (a paragraph, a cell) rather than blocks. */
function isInline(parent: Parents): boolean {
  return !['root', 'blockquote', 'listItem', 'footnoteDefinition', 'containerDirective'].includes(parent.type);
}
