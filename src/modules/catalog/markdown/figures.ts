import type { Image, Paragraph, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseInline } from './page-syntax.js';

const VALUE = String.raw`(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|[^\s'"{}]+)`;
const ITEM = String.raw`(?:[a-z-]+=${VALUE}|[#.][\w-]+)`;
/** `{alt='…' width="40%"}` right after a picture; a quoted value may hold its own quote after a backslash. */
const ATTRIBUTES = new RegExp(String.raw`^\{:?[ \t]*(${ITEM}(?:[ \t]+${ITEM})*)[ \t]*\}`, 'i');
const ATTRIBUTE = new RegExp(String.raw`([a-z-]+)=(${VALUE})`, 'gi');
const WIDTH = /^(?:\d{1,4}|\d{1,3}%)$/;
const ADDRESS = /https:\/\/[^\s<>"]+/;

/**
 * Reads the attributes that follow pictures, and makes each picture that stands alone a figure.
 * A caption is the Markdown title, or the text in the brackets where `alt` is given as an attribute.
 */
export function makeFigures(tree: Root, source: string): void {
  visit(tree, 'paragraph', (paragraph) => {
    for (const image of paragraph.children.filter((child) => child.type === 'image')) readAttributes(image, paragraph, source);
    if (paragraph.children.every(isPictureOrSpace) && paragraph.children.some((child) => child.type === 'image')) wrap(paragraph);
  });
}

function isPictureOrSpace(node: PhrasingContent): boolean {
  return node.type === 'image' || (node.type === 'text' && node.value.trim() === '');
}

function readAttributes(image: Image, paragraph: Paragraph, source: string): void {
  const start = image.position?.end.offset ?? source.length;
  const match = ATTRIBUTES.exec(source.slice(start, start + 4000));
  if (!match?.[1]) return;
  const attributes = new Map(
    [...match[1].matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name.toLowerCase(), unquote(value)]),
  );
  const alt = attributes.get('alt');
  if (alt !== undefined) {
    image.title ??= image.alt || null;
    image.alt = alt;
  }
  const width = attributes.get('width') ?? '';
  if (WIDTH.test(width)) image.data = { ...image.data, hProperties: { width } };
  dropSource(paragraph, image, start + match[0].length, source);
}

/** Removes what the parser made of the attributes, up to `end` in the source. */
function dropSource(paragraph: Paragraph, image: Image, end: number, source: string): void {
  const first = paragraph.children.indexOf(image) + 1;
  const rest = paragraph.children.slice(first);
  const keep = rest.filter((node) => (node.position?.start.offset ?? 0) >= end);
  const cut = rest.find((node) => (node.position?.start.offset ?? 0) < end && (node.position?.end.offset ?? 0) > end);
  const tail = cut ? parseInline(source.slice(end, cut.position?.end.offset)) : [];
  paragraph.children.splice(first, rest.length, ...tail, ...keep);
}

function unquote(value: string): string {
  const inside = /^['"]/.test(value) ? value.slice(1, -1) : value;
  return inside.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
}

function wrap(paragraph: Paragraph): void {
  const figures = paragraph.children.filter((child) => child.type === 'image').map(asFigure);
  const [only] = figures;
  if (figures.length === 1 && only) Object.assign(paragraph, { data: only.data, children: only.children });
  else Object.assign(paragraph, { data: { hName: 'div', hProperties: { className: ['figures'] } }, children: figures });
}

/** Emphasis with another element's name: the tree has no node for a figure, and this one takes the same children. */
function asFigure(image: Image): Extract<PhrasingContent, { type: 'emphasis' }> {
  const caption = image.title;
  image.title = null;
  const children: PhrasingContent[] = [image];
  if (caption) children.push({ type: 'emphasis', data: { hName: 'figcaption' }, children: linkAddress(caption) });
  return { type: 'emphasis', data: { hName: 'figure' }, children };
}

function linkAddress(caption: string): PhrasingContent[] {
  const match = ADDRESS.exec(caption);
  if (!match) return [{ type: 'text', value: caption }];
  const [url] = match;
  return [
    { type: 'text', value: caption.slice(0, match.index) },
    { type: 'link', url, children: [{ type: 'text', value: url }] },
    { type: 'text', value: caption.slice(match.index + url.length) },
  ];
}
