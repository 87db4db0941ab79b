import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { ArrayParameter } from './array-parameter.js';
import { textArray } from './text-array.js';

/** What `array_recv` reads, taken apart again. */
function elementsOf(parameter: ArrayParameter): (string | null)[] {
  const array = parameter.toPostgres();
  expect([array.readInt32BE(0), array.readInt32BE(8), array.readInt32BE(16)]).toEqual([1, 25, 1]);
  const texts: (string | null)[] = [];
  let at = 20;
  while (at < array.length) {
    const length = array.readInt32BE(at);
    at += 4;
    texts.push(length < 0 ? null : array.toString('utf8', at, at + length));
    at += Math.max(0, length);
  }
  expect(array.readInt32BE(12)).toBe(texts.length);
  expect(array.readInt32BE(4)).toBe(texts.includes(null) ? 1 : 0);
  return texts;
}

describe('an array of texts', () => {
  it('holds each as it is, short or by the megabyte', () => {
    for (const times of [1, 100_000]) {
      const texts = ['id', null, '', 'Łukasz 🌊'.repeat(times), '{"a": "\\"}'];
      expect(elementsOf(textArray(texts))).toEqual(texts);
    }
  });

  it('is what it was, whatever was written before it is sent', () => {
    const first = textArray(['first '.repeat(2_000)]);
    elementsOf(textArray(['second '.repeat(2_000)]));
    expect(elementsOf(first)).toEqual(['first '.repeat(2_000)]);
  });

  it('shows nobody what it holds', () => {
    expect(inspect(textArray(['amira@learner.example']))).not.toContain('amira');
  });
});
