import { linesAround, type Span, type TextEdit } from './text-edit';

/** Words that stand where the author has not written any yet. */
export interface Placeholders {
  text: string;
  title: string;
  column: string;
  cell: string;
}

export const COMMANDS = [
  'heading',
  'bold',
  'italic',
  'link',
  'bullets',
  'numbers',
  'quote',
  'code',
  'maths',
  'callout',
  'solution',
  'table',
] as const;
export type Command = (typeof COMMANDS)[number];

/** What there is in a short text such as a question. */
export const SHORT_COMMANDS = ['bold', 'italic', 'link', 'bullets', 'code', 'maths'] as const satisfies readonly Command[];

/** With Ctrl, or Command on a Mac. */
export const SHORTCUTS: Partial<Record<Command, string>> = { bold: 'b', italic: 'i', link: 'k', code: 'e' };

export const SHORTCUT_COMMANDS: ReadonlyMap<string, Command> = new Map(
  COMMANDS.flatMap((command) => (SHORTCUTS[command] ? [[SHORTCUTS[command], command]] : [])),
);

/** What a button of the toolbar does to the text. Pressed again on the same place, it takes marks away that it set. */
export function runCommand(command: Command, text: string, at: Span, words: Placeholders): TextEdit {
  switch (command) {
    case 'bold':
      return wrap(text, at, '**', words.text);
    case 'italic':
      return wrap(text, at, '*', words.text);
    case 'code':
      return isManyLines(text, at) ? block(text, at, '```\n', '\n```', words.text) : wrap(text, at, '`', words.text);
    case 'maths':
      return isManyLines(text, at) ? block(text, at, '$$\n', '\n$$', words.text) : wrap(text, at, '$', 'x^2');
    case 'heading':
      return prefix(text, at, () => '## ', /^#{1,6}[ \t]+/);
    case 'bullets':
      return prefix(text, at, () => '- ', /^[-*+][ \t]+/);
    case 'numbers':
      return prefix(text, at, (index) => `${index + 1}. `, /^\d{1,9}[.)][ \t]+/);
    case 'quote':
      return prefix(text, at, () => '> ', /^>[ \t]?/);
    case 'link':
      return link(text, at, words.text);
    case 'callout':
      return block(text, at, `:::callout[${words.title}]\n`, '\n:::', words.text);
    case 'solution':
      return block(text, at, ':::solution\n', '\n:::', words.text);
    case 'table':
      return table(text, at, words);
  }
}

function isManyLines(text: string, { from, to }: Span): boolean {
  return text.slice(from, to).includes('\n');
}

function wrap(text: string, { from, to }: Span, mark: string, placeholder: string): TextEdit {
  const size = mark.length;
  const inside = text.slice(from, to);
  const isWrapped = text.slice(from - size, from) === mark && text.slice(to, to + size) === mark;
  // `*` beside `*` is half of bold, not italic.
  const isHalf = size === 1 && mark === '*' && text[from - 2] === '*' && text[from - 3] !== '*';
  if (from >= size && isWrapped && !isHalf) {
    return { from: from - size, to: to + size, text: inside, select: { from: from - size, to: to - size } };
  }
  const shown = inside || placeholder;
  return { from, to, text: mark + shown + mark, select: { from: from + size, to: from + size + shown.length } };
}

function prefix(text: string, at: Span, mark: (index: number) => string, present: RegExp): TextEdit {
  const span = linesAround(text, at);
  const lines = text.slice(span.from, span.to).split('\n');
  const have = lines.every((line) => line.trim() === '' || present.test(line)) && lines.some((line) => line.trim() !== '');
  const changed = have
    ? lines.map((line) => line.replace(present, ''))
    : lines.map((line, index) => mark(index) + line.replace(present, ''));
  const result = changed.join('\n');
  const end = span.from + result.length;
  return { ...span, text: result, select: lines.length > 1 ? { from: span.from, to: end } : { from: end, to: end } };
}

function link(text: string, { from, to }: Span, placeholder: string): TextEdit {
  const chosen = text.slice(from, to);
  if (/^https?:\/\/\S+$/.test(chosen)) {
    return { from, to, text: `[${placeholder}](${chosen})`, select: { from: from + 1, to: from + 1 + placeholder.length } };
  }
  const shown = chosen || placeholder;
  const address = 'https://';
  const start = from + shown.length + 3;
  return { from, to, text: `[${shown}](${address})`, select: { from: start, to: start + address.length } };
}

/** On lines of its own, with empty lines around, and what was selected inside. */
function block(text: string, { from, to }: Span, open: string, close: string, placeholder: string): TextEdit {
  const inside = text.slice(from, to).trim() || placeholder;
  const { before, after } = gaps(text, { from, to });
  const start = from + before.length + open.length;
  return { from, to, text: before + open + inside + close + after, select: { from: start, to: start + inside.length } };
}

/** Behind what is selected, which it has no place for. */
function table(text: string, { to }: Span, { column, cell }: Placeholders): TextEdit {
  const at = { from: to, to };
  const row = (word: string) => `| ${word} 1 | ${word} 2 |`;
  const { before, after } = gaps(text, at);
  const start = at.from + before.length + 2;
  return {
    ...at,
    text: `${before}${row(column)}\n| --- | --- |\n${row(cell)}${after}`,
    select: { from: start, to: start + column.length + 2 },
  };
}

/** The line breaks that a block needs before and behind it. */
function gaps(text: string, { from, to }: Span): { before: string; after: string } {
  const [before, after] = [text.slice(0, from), text.slice(to)];
  return {
    before: before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n',
    after: after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n',
  };
}
