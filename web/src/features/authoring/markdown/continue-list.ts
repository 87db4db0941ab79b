import { linesAround, type Span, type TextEdit } from './text-edit';

const ITEM = /^(?<lead>[ \t]*(?:>[ \t]?)*)(?<mark>(?:[-*+]|(?<number>\d{1,9})(?<dot>[.)]))[ \t]+(?<box>\[[ xX]\][ \t]+)?)?/;

/** What Enter does in a list or a quotation: the next item, or the end of the list where the item is empty; `null` for a plain new line. */
export function continueList(text: string, at: Span): TextEdit | null {
  if (at.from !== at.to) return null;
  const line = linesAround(text, at);
  const before = text.slice(line.from, at.from);
  const match = ITEM.exec(before);
  const { lead = '', mark = '', number, dot = '', box } = match?.groups ?? {};
  if (!mark && !lead.includes('>')) return null;
  const isEmpty = text.slice(line.from + lead.length + mark.length, line.to).trim() === '';
  if (isEmpty) return { from: line.from, to: line.to, text: '', select: { from: line.from, to: line.from } };
  const next = number === undefined ? mark.replace(/\[[xX]\]/, '[ ]') : `${Number(number) + 1}${dot} ${box ? '[ ] ' : ''}`;
  const added = `\n${lead}${next}`;
  const end = at.from + added.length;
  return { ...at, text: added, select: { from: end, to: end } };
}
