import type { Image, Paragraph, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { parsePictureAttributes, takePictureAttributes } from './picture-attributes.js';

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
  const written = takePictureAttributes(image, paragraph, source);
  if (written === null) return;
  const attributes = parsePictureAttributes(written);
  const alt = attributes.get('alt');
  if (alt !== undefined) {
    image.title ??= image.alt || null;
    image.alt = alt;
  }
  const width = attributes.get('width') ?? '';
  if (WIDTH.test(width)) image.data = { ...image.data, hProperties: { width } };
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
