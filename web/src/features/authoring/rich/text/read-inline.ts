import type { Image, Paragraph, PhrasingContent } from 'mdast';
import { closingTag, LINE_BREAK, takePictureAttributes } from './page-syntax';
import type { Reading } from './read-block';
import type { RichMark, RichNode } from './rich-node';
import { writeSource } from './write-source';

/** The words of a block. `paragraph` is given where pictures may have attributes behind them. */
export function readInline(children: readonly PhrasingContent[], reading: Reading, paragraph?: Paragraph): RichNode[] {
  const attributes = new Map<Image, string>();
  if (paragraph) {
    for (const image of paragraph.children.filter((child) => child.type === 'image')) {
      const written = takePictureAttributes(image, paragraph, reading.source);
      if (written !== null) attributes.set(image, written);
    }
  }
  return joined(new InlineReader(reading, attributes).read(paragraph?.children ?? children, []));
}

/** For places that hold one line only. */
export function oneLine(nodes: readonly RichNode[]): RichNode[] {
  return joined(nodes.map((node) => (node.type === 'softBreak' ? { ...node, type: 'text', text: ' ' } : node)));
}

class InlineReader {
  constructor(
    private readonly reading: Reading,
    private readonly attributes: ReadonlyMap<Image, string>,
  ) {}

  read(children: readonly PhrasingContent[], marks: readonly RichMark[]): RichNode[] {
    const nodes: RichNode[] = [];
    for (let index = 0; index < children.length; index += 1) {
      const child = children[index];
      if (!child) break;
      const close = closingTag(children, index);
      if (close === null || child.type !== 'html') nodes.push(...this.readOne(child, marks));
      else {
        const inside = this.read(
          children.slice(index + 1, close),
          withMark(marks, { type: child.value.slice(1, -1).toLowerCase() }),
        );
        nodes.push(...(inside.length > 0 ? inside : [this.raw(child, marks), this.raw(children[close] ?? child, marks)]));
        index = close;
      }
    }
    return nodes;
  }

  private readOne(node: PhrasingContent, marks: readonly RichMark[]): RichNode[] {
    const inside = (children: readonly PhrasingContent[], mark: RichMark) => {
      const nodes = this.read(children, withMark(marks, mark));
      // A mark needs something to stand on; `[](address)` has nothing.
      return nodes.length > 0 ? nodes : [this.raw(node, marks)];
    };
    switch (node.type) {
      case 'text':
        return textNodes(node.value, marks);
      case 'emphasis':
        return inside(node.children, { type: 'italic' });
      case 'strong':
        return inside(node.children, { type: 'bold' });
      case 'delete':
        return inside(node.children, { type: 'strike' });
      case 'link':
        return inside(node.children, link(node.url, node.title));
      case 'linkReference': {
        const definition = this.reading.definitions.get(node.identifier);
        return definition ? inside(node.children, link(definition.url, definition.title)) : [this.raw(node, marks)];
      }
      case 'inlineCode':
        return node.value === '' ? [] : [{ type: 'text', text: node.value, marks: withMark(marks, { type: 'code' }) }];
      case 'break':
        return [{ type: 'hardBreak', marks: [...marks] }];
      case 'image':
        return [this.picture(node, this.attributes.get(node) ?? null, marks)];
      case 'imageReference': {
        const definition = this.reading.definitions.get(node.identifier);
        return [definition ? this.picture({ ...definition, alt: node.alt }, null, marks) : this.raw(node, marks)];
      }
      case 'inlineMath':
        return [{ type: 'maths', attrs: { tex: node.value }, marks: [...marks] }];
      case 'footnoteReference':
        return [{ type: 'footnoteReference', attrs: { label: node.label ?? node.identifier }, marks: [...marks] }];
      case 'html':
        return LINE_BREAK.test(node.value) ? [{ type: 'hardBreak', marks: [...marks] }] : [this.raw(node, marks)];
      default:
        return [this.raw(node, marks)];
    }
  }

  private picture(
    { url, alt, title }: Pick<Image, 'url' | 'alt' | 'title'>,
    attributes: string | null,
    marks: readonly RichMark[],
  ): RichNode {
    return { type: 'picture', attrs: { path: url, alt: alt ?? '', title: title ?? null, attributes }, marks: [...marks] };
  }

  private raw(node: PhrasingContent, marks: readonly RichMark[]): RichNode {
    return { type: 'sourceText', attrs: { source: node.type === 'html' ? node.value : writeSource(node) }, marks: [...marks] };
  }
}

function link(href: string, title: string | null | undefined): RichMark {
  return { type: 'link', attrs: { href, title: title ?? null } };
}

/** Strong inside strong is strong. In one order, so that what is marked alike can be joined. */
function withMark(marks: readonly RichMark[], mark: RichMark): RichMark[] {
  if (marks.some(({ type }) => type === mark.type)) return [...marks];
  return [...marks, mark].toSorted((one, other) => (one.type < other.type ? -1 : 1));
}

/** A line break of the source shows as a space, and is kept: lines are what people compare. */
function textNodes(value: string, marks: readonly RichMark[]): RichNode[] {
  return value
    .split('\n')
    .flatMap((text, index) => [
      ...(index > 0 ? [{ type: 'softBreak', marks: [...marks] }] : []),
      ...(text === '' ? [] : [{ type: 'text', text, marks: [...marks] }]),
    ]);
}

function joined(nodes: readonly RichNode[]): RichNode[] {
  const result: RichNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'text' && last?.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(node.marks)) {
      result[result.length - 1] = { ...last, text: `${last.text ?? ''}${node.text ?? ''}` };
    } else result.push(node);
  }
  return result;
}
