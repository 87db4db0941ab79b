import { type Block, type Inline, readLetter, readSubject } from './letter-markdown.js';
import type { Said } from './letter-values.js';
import type { LetterTemplate } from './catalogue.js';

export interface WrittenLetter {
  subject: string;
  /** Plain text. */
  text: string;
  /** What goes into the body of an HTML mail: known tags with classes, nothing else. */
  html: string;
}

/** What stands below every letter of an institution, in Markdown. */
interface LetterFrame {
  signature: string;
  footer: string;
  /** Where the reader chooses what they hear of; `null` in letters that nobody may do without. */
  choice: string | null;
}

/** A template and what stands below it, read once for all who get it. */
export interface ReadTemplate {
  subject: readonly Inline[];
  main: readonly Block[];
  signature: readonly Block[];
  last: readonly Block[];
}

export function readTemplate({ subject, body }: LetterTemplate, { signature, footer, choice }: LetterFrame): ReadTemplate {
  return {
    subject: readSubject(subject),
    main: readLetter(body),
    signature: readLetter(signature),
    last: [...readLetter(footer), ...(choice === null ? [] : readLetter(choice))],
  };
}

/** A letter in its two forms, from its one template. */
export function writeLetter({ subject, main, signature, last }: ReadTemplate, said: Said): WrittenLetter {
  const texts = [textOf(main, said), textOf(signature, said), last.length === 0 ? '' : `-- \n${textOf(last, said)}`];
  const htmls = [
    htmlOf(main, said),
    signature.length === 0 ? '' : `<div class="signature">${htmlOf(signature, said)}</div>`,
    last.length === 0 ? '' : `<div class="footer">${htmlOf(last, said)}</div>`,
  ];
  return {
    subject: plain(subject, said),
    text: `${texts.filter((text) => text !== '').join('\n\n')}\n`,
    html: htmls.filter((html) => html !== '').join('\n'),
  };
}

function textOf(blocks: readonly Block[], said: Said): string {
  return blocks
    .map(({ type, lines }) => {
      const only = type === 'paragraph' && onlyLink(lines);
      if (only) return `${plain(only.children, said)}:\n${addressOf(only, said)}`;
      return lines.map((line) => `${type === 'list' ? '- ' : ''}${plain(line, said)}`).join('\n');
    })
    .filter((text) => text !== '')
    .join('\n\n');
}

function plain(line: readonly Inline[], said: Said): string {
  return line
    .map((inline): string => {
      if (inline.type === 'text') return inline.text;
      if (inline.type === 'value') return valueOf(inline.name, said);
      const words = plain(inline.children, said);
      return inline.type === 'link' ? `${words} (${addressOf(inline, said)})` : words;
    })
    .join('');
}

function htmlOf(blocks: readonly Block[], said: Said): string {
  return blocks
    .map(({ type, lines }) => {
      if (type === 'list') return `<ul>${lines.map((line) => `<li>${rich(line, said)}</li>`).join('')}</ul>`;
      const only = type === 'paragraph' && onlyLink(lines);
      if (only && 'value' in only.to)
        return `<p><a class="button" href="${escaped(addressOf(only, said))}">${rich(only.children, said)}</a></p>`;
      const inside = lines.map((line) => rich(line, said)).join('<br>');
      // A paragraph of a placeholder that says nothing this time.
      if (inside === '') return '';
      return type === 'heading' ? `<h2>${inside}</h2>` : `<p>${inside}</p>`;
    })
    .filter((html) => html !== '')
    .join('\n');
}

function rich(line: readonly Inline[], said: Said): string {
  return line
    .map((inline): string => {
      if (inline.type === 'text') return escaped(inline.text);
      if (inline.type === 'value') return richValue(inline.name, said);
      const inside = rich(inline.children, said);
      if (inline.type === 'link') return `<a href="${escaped(addressOf(inline, said))}">${inside}</a>`;
      return inline.type === 'strong' ? `<strong>${inside}</strong>` : `<em>${inside}</em>`;
    })
    .join('');
}

function richValue(name: string, said: Said): string {
  const value = escaped(valueOf(name, said));
  return name === 'link' ? `<a href="${value}">${value}</a>` : value.replaceAll('\n', '<br>');
}

function onlyLink(lines: readonly Inline[][]) {
  const [line] = lines;
  const [only] = line ?? [];
  return lines.length === 1 && line?.length === 1 && only?.type === 'link' ? only : null;
}

function addressOf({ to }: Extract<Inline, { type: 'link' }>, said: Said): string {
  return 'value' in to ? valueOf(to.value, said) : to.address;
}

function valueOf(name: string, said: Said): string {
  return said[name as keyof Said] ?? '';
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (letter) => ENTITIES[letter] ?? letter);
}
