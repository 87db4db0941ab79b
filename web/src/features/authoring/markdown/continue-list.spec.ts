import { continueList } from './continue-list';
import { applyEdit } from './text-edit';

/** The text after Enter at `|`, with the caret where it is then; `null` where the browser does what it always does. */
function enter(marked: string): string | null {
  const from = marked.indexOf('|');
  const text = marked.replace('|', '');
  const edit = continueList(text, { from, to: from });
  if (!edit) return null;
  const after = applyEdit(text, edit);
  return `${after.slice(0, edit.select.from)}|${after.slice(edit.select.to)}`;
}

describe('Enter', () => {
  it.each([
    ['- apples|', '- apples\n- |'],
    ['* one\n  * two|', '* one\n  * two\n  * |'],
    ['9. nine|', '9. nine\n10. |'],
    ['1) one|', '1) one\n2) |'],
    ['- [x] done|', '- [x] done\n- [ ] |'],
    ['> said|', '> said\n> |'],
    ['> - said|', '> - said\n> - |'],
    ['- a|b', '- a\n- |b'],
  ])('goes on with %j', (before, after) => {
    expect(enter(before)).toBe(after);
  });

  it.each([
    ['- apples\n- |', '- apples\n|'],
    ['1. one\n2. |\nrest', '1. one\n|\nrest'],
    ['> |', '|'],
  ])('ends %j', (before, after) => {
    expect(enter(before)).toBe(after);
  });

  it.each(['plain|', '|', '-|', '2026 was|', '    code|'])('is a plain new line in %j', (before) => {
    expect(enter(before)).toBeNull();
  });
});
