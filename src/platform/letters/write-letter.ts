import type { Said } from './letter-values.js';

export interface WrittenLetter {
  subject: string;
  /** Plain text. */
  text: string;
  /** What goes into the body of an HTML mail: known tags with classes, nothing else. */
  html: string;
}

/** Where a value stands, and what it becomes there. */
export interface Hole {
  name: string;
  as: (value: string) => string;
}

/** The same for all readers, but for its holes. */
export type Words = readonly (string | Hole)[];

/** Left out where its words say nothing. */
export interface Paragraph {
  before: string;
  words: Words;
  after: string;
}

export interface Parts {
  main: readonly Paragraph[];
  signature: readonly Paragraph[];
  last: readonly Paragraph[];
}

/** A template with what stands below it, written for all who get it, but for what each of them is told. */
export interface ReadTemplate {
  subject: Words;
  text: Parts;
  html: Parts;
}

/** A letter in its two forms, from its one template. */
export function writeLetter({ subject, text, html }: ReadTemplate, said: Said): WrittenLetter {
  const texts = [
    written(text.main, '\n\n', said),
    written(text.signature, '\n\n', said),
    text.last.length === 0 ? '' : `-- \n${written(text.last, '\n\n', said)}`,
  ];
  const htmls = [
    written(html.main, '\n', said),
    html.signature.length === 0 ? '' : `<div class="signature">${written(html.signature, '\n', said)}</div>`,
    html.last.length === 0 ? '' : `<div class="footer">${written(html.last, '\n', said)}</div>`,
  ];
  return {
    subject: filled(subject, said),
    text: `${texts.filter((part) => part !== '').join('\n\n')}\n`,
    html: htmls.filter((part) => part !== '').join('\n'),
  };
}

function written(paragraphs: readonly Paragraph[], between: string, said: Said): string {
  let all = '';
  for (const { before, words, after } of paragraphs) {
    const inside = filled(words, said);
    // A paragraph of a placeholder that says nothing this time.
    if (inside !== '') all += `${all === '' ? '' : between}${before}${inside}${after}`;
  }
  return all;
}

function filled(words: Words, said: Said): string {
  let text = '';
  for (const one of words) text += typeof one === 'string' ? one : one.as(said[one.name as keyof Said] ?? '');
  return text;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const SPECIAL = /[&<>"']/u;

export function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replace(/[&<>"']/gu, (letter) => ENTITIES[letter] ?? letter);
}
