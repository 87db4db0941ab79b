import type { Html, PhrasingContent } from 'mdast';
import { type RichMark, type RichNode, TAGS } from './rich-node';

type Line = 'many' | 'one';

/** The words of a block as Markdown's tree. Where there is `'one'` line only, line breaks are spaces or `<br>`. */
export function writeInline(nodes: readonly RichNode[], lines: Line = 'many', isCell = false): PhrasingContent[] {
  const tree = nest(nodes, new Set(), { lines, isCell });
  return trimmed(joined(tree));
}

interface Place {
  lines: Line;
  isCell: boolean;
}

/** Makes of marks, which lie over words in any order, elements that hold one another: the mark that reaches furthest is outside. */
function nest(nodes: readonly RichNode[], done: ReadonlySet<string>, place: Place): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (let index = 0; index < nodes.length;) {
    const node = nodes[index];
    if (!node) break;
    const mark = outermost(nodes, index, done);
    const end = mark ? reach(nodes, index, mark) : index + 1;
    const run = nodes.slice(index, end);
    if (!mark) result.push(...leaf(node, place));
    else if (mark.type === 'code') result.push(...code(run));
    else result.push(...marked(mark, nest(run, new Set([...done, mark.type]), place)));
    index = end;
  }
  return result;
}

/** From the outside inwards, of marks that reach equally far. */
const ORDER: readonly string[] = ['link', 'strike', 'italic', 'bold', ...TAGS];

function outermost(nodes: readonly RichNode[], from: number, done: ReadonlySet<string>): RichMark | undefined {
  const open = (nodes[from]?.marks ?? []).filter(({ type }) => !done.has(type));
  // Nothing can stand inside code.
  const outside = open.filter(({ type }) => type !== 'code');
  const further = (one: RichMark, other: RichMark) => reach(nodes, from, other) - reach(nodes, from, one);
  return outside.sort((one, other) => further(one, other) || ORDER.indexOf(one.type) - ORDER.indexOf(other.type))[0] ?? open[0];
}

/** The index behind the last node of the run that bears a mark. */
function reach(nodes: readonly RichNode[], from: number, mark: RichMark): number {
  const wanted = JSON.stringify(mark);
  let end = from + 1;
  while (nodes[end]?.marks?.some((other) => JSON.stringify(other) === wanted)) end += 1;
  return end;
}

function code(run: readonly RichNode[]): PhrasingContent[] {
  const value = run.map((node) => node.text ?? ' ').join('');
  // Written as ` ` it would be three characters of text.
  return value.trim() === '' ? [{ type: 'text', value: ' ' }] : [{ type: 'inlineCode', value }];
}

/** Markdown has no mark that begins or ends with white space; it stands outside then. */
function marked(mark: RichMark, inside: PhrasingContent[]): PhrasingContent[] {
  const children = joined(inside);
  const before = takeSpace(children, 0);
  const after = takeSpace(children, -1);
  return [...before, ...(children.length > 0 ? element(mark, children) : []), ...after];
}

/** Takes line breaks and white space off one end. */
function takeSpace(nodes: PhrasingContent[], end: 0 | -1): PhrasingContent[] {
  const taken: PhrasingContent[] = [];
  const take = (node: PhrasingContent) => (end === 0 ? taken.push(node) : taken.unshift(node));
  for (let node = nodes.at(end); node; node = nodes.at(end)) {
    if (node.type === 'text') {
      const rest = end === 0 ? node.value.trimStart() : node.value.trimEnd();
      const space = end === 0 ? node.value.slice(0, node.value.length - rest.length) : node.value.slice(rest.length);
      if (space) take({ type: 'text', value: space });
      node.value = rest;
      if (rest) break;
    } else if (node.type === 'break') take(node);
    else break;
    nodes.splice(end, 1);
  }
  return taken;
}

function element({ type, attrs }: RichMark, children: PhrasingContent[]): PhrasingContent[] {
  if (type === 'bold') return [{ type: 'strong', children }];
  if (type === 'italic') return [{ type: 'emphasis', children }];
  if (type === 'strike') return [{ type: 'delete', children }];
  if (type === 'link') {
    return [{ type: 'link', url: text(attrs?.['href']), title: text(attrs?.['title']) || null, children }];
  }
  if (TAGS.some((tag) => tag === type)) return [html(`<${type}>`), ...children, html(`</${type}>`)];
  return children;
}

function leaf(node: RichNode, { lines, isCell }: Place): PhrasingContent[] {
  const attrs = node.attrs ?? {};
  switch (node.type) {
    case 'text':
      return [{ type: 'text', value: node.text ?? '' }];
    case 'softBreak':
      return [{ type: 'text', value: lines === 'one' ? ' ' : '\n' }];
    case 'hardBreak':
      return [lines === 'one' ? html('<br>') : { type: 'break' }];
    case 'picture': {
      const image = {
        type: 'image' as const,
        url: text(attrs['path']),
        alt: text(attrs['alt']),
        title: text(attrs['title']) || null,
      };
      return attrs['attributes'] ? [image, html(text(attrs['attributes']))] : [image];
    }
    case 'maths': {
      const value = text(attrs['tex']).trim();
      // A pipe would end the cell.
      return value === ''
        ? []
        : [{ type: 'inlineMath', value: isCell ? value.replaceAll(/(?<!\\)\|/g, String.raw`\vert `) : value }];
    }
    case 'footnoteReference': {
      const label = text(attrs['label']);
      return [{ type: 'footnoteReference', identifier: label.toLowerCase(), label }];
    }
    case 'sourceText':
      return [html(text(attrs['source']))];
    default:
      throw new Error(`No Markdown for ${node.type} among words`);
  }
}

/** Goes into the text as it is. */
function html(value: string): Html {
  return { type: 'html', value };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Neighbouring texts as one, without the white space around line breaks that Markdown would drop or read as something else. */
function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else result.push(node.type === 'text' ? { ...node } : node);
  }
  for (const [index, node] of result.entries()) {
    if (node.type !== 'text') continue;
    node.value = node.value.replaceAll(/\s*\n\s*/g, '\n');
    if (result[index - 1]?.type === 'break') node.value = node.value.trimStart();
    if (result[index + 1]?.type === 'break') node.value = node.value.trimEnd();
  }
  return result.filter((node) => node.type !== 'text' || node.value !== '');
}

/** Without white space at the ends. A line break there is one only as a tag, and alone it says nothing. */
function trimmed(nodes: PhrasingContent[]): PhrasingContent[] {
  const breaks = (taken: readonly PhrasingContent[]) => taken.filter(({ type }) => type === 'break').map(() => html('<br>'));
  const before = takeSpace(nodes, 0);
  const after = takeSpace(nodes, -1);
  return nodes.length > 0 ? [...breaks(before), ...nodes, ...breaks(after)] : [];
}
