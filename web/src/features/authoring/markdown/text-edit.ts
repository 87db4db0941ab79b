/** A piece of a text by its first and the first following character. */
export interface Span {
  from: number;
  to: number;
}

/** Puts `text` in place of a piece, and selects `select` of the result. */
export interface TextEdit extends Span {
  text: string;
  select: Span;
}

export function applyEdit(text: string, edit: TextEdit): string {
  return text.slice(0, edit.from) + edit.text + text.slice(edit.to);
}

/** The lines that a piece touches, whole and without the last line break. */
export function linesAround(text: string, { from, to }: Span): Span {
  const end = text.indexOf('\n', to);
  return { from: text.lastIndexOf('\n', from - 1) + 1, to: end < 0 ? text.length : end };
}
