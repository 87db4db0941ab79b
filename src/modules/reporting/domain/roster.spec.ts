import { describe, expect, it } from '@jest/globals';
import { wordsOf } from './roster.js';

describe('The words to look for', () => {
  it('are what stands between spaces and commas', () => {
    expect(wordsOf('  Okafor,Amara ')).toEqual(['Okafor', 'Amara']);
    expect(wordsOf('amara@river')).toEqual(['amara@river']);
  });

  it('are none where nothing is said, and never many', () => {
    expect([wordsOf(undefined), wordsOf(' , ')]).toEqual([[], []]);
    expect(wordsOf('a b c d e f g')).toHaveLength(5);
  });
});
