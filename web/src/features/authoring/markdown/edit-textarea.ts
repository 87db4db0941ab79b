import type { TextEdit } from './text-edit';

/** Makes the change as if it had been typed, so that the browser's own undo takes it back. */
export function editTextarea(area: HTMLTextAreaElement, { from, to, text, select }: TextEdit): void {
  area.focus();
  area.setSelectionRange(from, to);
  // Deprecated, and the only way into the undo history of a text field; where a browser drops it, undo is all that is lost.
  // oxlint-disable-next-line typescript/no-deprecated
  const done = text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
  if (!done) {
    area.setRangeText(text, from, to);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
  area.setSelectionRange(select.from, select.to);
}
