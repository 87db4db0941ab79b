import * as fc from 'fast-check';
import { type Command, COMMANDS, runCommand } from './commands';
import { applyEdit } from './text-edit';

const WORDS = { text: 'text', title: 'Title', column: 'Column', cell: 'Cell' };

/** The text after a command on what stands between `[` and `]`, marked in the same way; brackets of the text are written as ‹ and ›. */
function after(command: Command, marked: string): string {
  const from = marked.indexOf('[');
  const to = marked.indexOf(']') - 1;
  const text = marked.replace('[', '').replace(']', '');
  const edit = runCommand(command, text, { from, to }, WORDS);
  const result = applyEdit(text, edit).replaceAll('[', '‹').replaceAll(']', '›');
  const { select } = edit;
  return `${result.slice(0, select.from)}[${result.slice(select.from, select.to)}]${result.slice(select.to)}`;
}

describe('a command of the toolbar', () => {
  it.each<[Command, string, string]>([
    ['bold', 'a [word] here', 'a **[word]** here'],
    ['bold', 'a **[word]** here', 'a [word] here'],
    ['bold', '[]', '**[text]**'],
    ['italic', '**[word]**', '***[word]***'],
    ['italic', '*[word]*', '[word]'],
    ['code', '[x]', '`[x]`'],
    ['code', '[a\nb]', '```\n[a\nb]\n```\n\n'],
    ['maths', '[y]', '$[y]$'],
    ['heading', 'one\ntw[]o', 'one\n## two[]'],
    ['heading', '## two[]', 'two[]'],
    ['bullets', '[a\nb]', '[- a\n- b]'],
    ['bullets', '[- a\n- b]', '[a\nb]'],
    ['numbers', '[- a\n- b]', '[1. - a\n2. - b]'],
    ['quote', '[a]', '> a[]'],
    ['link', '[words]', '‹words›([https://])'],
    ['link', '[https://a.example]', '‹[text]›(https://a.example)'],
    ['callout', 'before[]', 'before\n\n:::callout‹Title›\n[text]\n:::\n\n'],
    ['solution', '[answer]', ':::solution\n[answer]\n:::\n\n'],
    ['table', '[]', '| [Column 1] | Column 2 |\n| --- | --- |\n| Cell 1 | Cell 2 |\n\n'],
  ])('%s makes of %j what one expects', (command, before, expected) => {
    expect(after(command, before)).toBe(expected);
  });

  it('leaves everything around the lines of the selection as it was, and selects inside the result', () => {
    const command = fc.constantFrom(...COMMANDS);
    const text = fc.array(fc.constantFrom('a', ' ', '\n', '*', '`', '#', '> '), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(command, text, fc.nat(60), fc.nat(60), (name, written, one, other) => {
        const [from, to] = [Math.min(one, other, written.length), Math.min(Math.max(one, other), written.length)];
        const edit = runCommand(name, written, { from, to }, WORDS);
        const result = applyEdit(written, edit);
        expect(edit.select.from).toBeGreaterThanOrEqual(edit.from);
        expect(edit.select.to).toBeLessThanOrEqual(edit.from + edit.text.length);
        const letters = (of: string) => of.replaceAll(/[^a]/g, '').length;
        expect(letters(result)).toBeGreaterThanOrEqual(letters(written));
      }),
    );
  });
});
