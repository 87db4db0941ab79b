import * as fc from 'fast-check';
import { lineChanges } from './line-changes';

const shown = (mine: string, theirs: string) =>
  lineChanges(mine, theirs).map(({ change, text }) => `${{ same: ' ', mine: '-', theirs: '+' }[change]}${text}`);

describe('lineChanges', () => {
  it('shows which lines are mine, theirs, and of both', () => {
    expect(shown('# Loops\nfor\nend', '# Loops\nwhile\nend')).toEqual([' # Loops', '-for', '+while', ' end']);
  });

  it('finds what was moved by one line', () => {
    expect(shown('a\nb\nc', 'b\nc\na')).toEqual(['-a', ' b', ' c', '+a']);
  });

  it('loses no line of either version', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (mine, theirs) => {
        const changes = lineChanges(mine, theirs);
        const without = (other: string) => changes.filter(({ change }) => change !== other).map((line) => line.text);
        expect(without('theirs').join('\n')).toBe(mine);
        expect(without('mine').join('\n')).toBe(theirs);
      }),
    );
  });
});
