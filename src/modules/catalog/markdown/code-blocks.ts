import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

const CAPTION = /(?:^|\s)(?:caption|title)=(?:"([^"]*)"|'([^']*)')/;

/** Lets the keyboard scroll each piece of code, and puts ```` ```python caption="…" ```` above its code. */
export function finishCodeBlocks(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName !== 'pre' || index === undefined || !parent) return;
    element.properties.tabIndex = 0;
    const caption = captionOf(element);
    if (!caption) return SKIP;
    const title: Element = {
      type: 'element',
      tagName: 'figcaption',
      properties: {},
      children: [{ type: 'text', value: caption }],
    };
    parent.children[index] = {
      type: 'element',
      tagName: 'figure',
      properties: { className: ['code'] },
      children: [title, element],
    };
    return SKIP;
  });
}

function captionOf(pre: Element): string | null {
  const [code] = pre.children;
  const meta = code?.type === 'element' ? (code.data?.meta ?? '') : '';
  const match = CAPTION.exec(meta);
  return match?.[1] ?? match?.[2] ?? null;
}
