import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type Run, wordDiff } from './word-diff.js';

const text = fc
  .array(fc.constantFrom('ask', 'count', 'tell', 'a', '\n\n', 'graph.'), { maxLength: 30 })
  .map((words) => words.join(' '));
const words = fc.array(fc.constantFrom('ask', 'count', 'tell'), { maxLength: 30 }).map((all) => all.join(' '));
const without = (runs: readonly Run[], kind: Run['kind']) =>
  runs
    .filter((run) => run.kind !== kind)
    .map((run) => run.text)
    .join('');

describe('the difference between two texts', () => {
  it('marks the words that changed', () => {
    expect(wordDiff('Write one page for the board.', 'Write two pages for the board.')).toEqual([
      { kind: 'same', text: 'Write ' },
      { kind: 'removed', text: 'one page' },
      { kind: 'added', text: 'two pages' },
      { kind: 'same', text: ' for the board.' },
    ]);
    expect(wordDiff('Ask first.', 'Ask first.')).toEqual([{ kind: 'same', text: 'Ask first.' }]);
    expect(wordDiff('', '')).toEqual([]);
  });

  it('gives either text when the other’s words are left out', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = wordDiff(before, after);
        expect(without(runs, 'added')).toBe(before);
        expect(without(runs, 'removed')).toBe(after);
      }),
    );
  });

  it('tells what was put in as nothing else', () => {
    fc.assert(
      fc.property(words, fc.constantFrom('sum', 'mean'), words, (head, word, tail) => {
        const runs = wordDiff(`${head} ${tail}`, `${head} ${word} ${tail}`);
        expect(runs.filter(({ kind }) => kind === 'removed')).toEqual([]);
        expect(without(runs, 'same').trim()).toBe(word);
      }),
    );
  });

  it('gives up on texts that have nothing in common, and still tells both', () => {
    const many = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ');
    const [before, after] = [many('a'), many('b')];
    const runs = wordDiff(before, after);
    expect(without(runs, 'added')).toBe(before);
    expect(without(runs, 'removed')).toBe(after);
  });
});
