import type { LetterTemplate } from './catalogue.js';
import { type Block, type Inline, readLetter, readSubject } from './letter-markdown.js';
import { escaped, type Hole, type Paragraph, type Parts, type ReadTemplate, type Words } from './write-letter.js';

/** What stands below every letter of an institution, in Markdown. */
interface LetterFrame {
  signature: string;
  footer: string;
  /** Where the reader chooses what they hear of; `null` in letters that nobody may do without. */
  choice: string | null;
}

/** Reads a template once for all who get it, and writes it in both forms as far as it says the same to all of them. */
export function readTemplate({ subject, body }: LetterTemplate, { signature, footer, choice }: LetterFrame): ReadTemplate {
  const main = readLetter(body);
  const below = readLetter(signature);
  const last = [...readLetter(footer), ...(choice === null ? [] : readLetter(choice))];
  const parts = (write: (block: Block) => Paragraph): Parts => ({
    main: main.map(write),
    signature: below.map(write),
    last: last.map(write),
  });
  return { subject: joined(plain(readSubject(subject))), text: parts(textOf), html: parts(htmlOf) };
}

function textOf({ type, lines }: Block): Paragraph {
  const only = type === 'paragraph' && onlyLink(lines);
  if (only) return paragraph([...plain(only.children), ':\n', addressOf(only, asItIs)]);
  const start = type === 'list' ? ['- '] : [];
  return paragraph(
    between(
      '\n',
      lines.map((line) => [...start, ...plain(line)]),
    ),
  );
}

function plain(line: readonly Inline[]): Words {
  return line.flatMap((inline): Words => {
    if (inline.type === 'text') return [inline.text];
    if (inline.type === 'value') return [{ name: inline.name, as: asItIs }];
    const words = plain(inline.children);
    return inline.type === 'link' ? [...words, ' (', addressOf(inline, asItIs), ')'] : words;
  });
}

function htmlOf({ type, lines }: Block): Paragraph {
  if (type === 'list') {
    return paragraph(['<ul>', ...lines.flatMap((line): Words => ['<li>', ...rich(line), '</li>']), '</ul>']);
  }
  const only = type === 'paragraph' && onlyLink(lines);
  if (only && 'value' in only.to) {
    return paragraph(['<p><a class="button" href="', addressOf(only, escaped), '">', ...rich(only.children), '</a></p>']);
  }
  const tag = type === 'heading' ? 'h2' : 'p';
  return paragraph(between('<br>', lines.map(rich)), `<${tag}>`, `</${tag}>`);
}

function rich(line: readonly Inline[]): Words {
  return line.flatMap((inline): Words => {
    if (inline.type === 'text') return [escaped(inline.text)];
    if (inline.type === 'value') return [{ name: inline.name, as: inline.name === 'link' ? linked : withBreaks }];
    const inside = rich(inline.children);
    if (inline.type === 'link') return ['<a href="', addressOf(inline, escaped), '">', ...inside, '</a>'];
    return inline.type === 'strong' ? ['<strong>', ...inside, '</strong>'] : ['<em>', ...inside, '</em>'];
  });
}

function onlyLink(lines: readonly Inline[][]) {
  const [line] = lines;
  const [only] = line ?? [];
  return lines.length === 1 && line?.length === 1 && only?.type === 'link' ? only : null;
}

function addressOf({ to }: Extract<Inline, { type: 'link' }>, as: Hole['as']): string | Hole {
  return 'value' in to ? { name: to.value, as } : as(to.address);
}

function asItIs(value: string): string {
  return value;
}

function linked(value: string): string {
  const address = escaped(value);
  return `<a href="${address}">${address}</a>`;
}

function withBreaks(value: string): string {
  const text = escaped(value);
  return text.includes('\n') ? text.replaceAll('\n', '<br>') : text;
}

function paragraph(words: Words, before = '', after = ''): Paragraph {
  return { before, words: joined(words), after };
}

function between(separator: string, lines: readonly Words[]): Words {
  return lines.flatMap((line, place): Words => (place === 0 ? line : [separator, ...line]));
}

/** What stands side by side as one. */
function joined(words: Words): Words {
  const all: (string | Hole)[] = [];
  for (const one of words) {
    const last = all.at(-1);
    if (typeof one === 'string' && typeof last === 'string') all[all.length - 1] = last + one;
    else all.push(one);
  }
  return all;
}
