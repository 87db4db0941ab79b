import type { Image, Paragraph } from 'mdast';
import { readAnew } from './read-anew.js';

const VALUE = String.raw`(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|[^\s'"{}]+)`;
const ITEM = String.raw`(?:[a-z-]+=${VALUE}|[#.][\w-]+)`;
/** `{alt='…' width="40%"}` right after a picture; a quoted value may hold its own quote after a backslash. */
const ATTRIBUTES = new RegExp(String.raw`^\{:?[ \t]*(${ITEM}(?:[ \t]+${ITEM})*)[ \t]*\}`, 'i');
const ATTRIBUTE = new RegExp(String.raw`([a-z-]+)=(${VALUE})`, 'gi');

/**
 * Takes what a picture's attributes were parsed as out of the paragraph, up to their closing brace.
 * @returns them as they are written, with their braces; `null` where there are none
 */
export function takePictureAttributes(image: Image, paragraph: Paragraph, source: string): string | null {
  const start = image.position?.end.offset ?? source.length;
  const [written] = ATTRIBUTES.exec(source.slice(start, start + 4000)) ?? [];
  if (!written) return null;
  dropSource(paragraph, image, start + written.length, source);
  return written;
}

/** The attributes of a picture by their names in small letters. Classes and ids are none of them. */
export function parsePictureAttributes(written: string): Map<string, string> {
  return new Map([...written.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name.toLowerCase(), unquote(value)]));
}

/** Removes what the parser made of the attributes, up to `end` in the source. */
function dropSource(paragraph: Paragraph, image: Image, end: number, source: string): void {
  const first = paragraph.children.indexOf(image) + 1;
  const rest = paragraph.children.slice(first);
  const keep = rest.filter((node) => (node.position?.start.offset ?? 0) >= end);
  const cut = rest.find((node) => (node.position?.start.offset ?? 0) < end && (node.position?.end.offset ?? 0) > end);
  // What is words by now stays words, whatever dollar signs are in it.
  const dollars = cut?.type === 'text' ? 'words' : 'maths';
  const tail = cut ? readAnew(source, end, cut.position?.end.offset ?? end, dollars) : [];
  paragraph.children.splice(first, rest.length, ...tail, ...keep);
}

function unquote(value: string): string {
  const inside = /^['"]/.test(value) ? value.slice(1, -1) : value;
  return inside.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
}
