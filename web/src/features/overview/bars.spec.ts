import { describe, expect, it } from '@jest/globals';
import { barsOf, peakOf } from './bars';

describe('Bars', () => {
  it('are as long as what they stand for, next to the greatest', () => {
    expect(barsOf([2, 8, 4]).map(({ share }) => share)).toEqual([0.25, 1, 0.5]);
  });

  it('show one of a thousand, and no nothing', () => {
    expect(barsOf([0, 1, 1_000]).map(({ share }) => share)).toEqual([0, 0.02, 1]);
  });

  it('can share a measure with others', () => {
    expect(barsOf([5], 10)).toEqual([{ value: 5, share: 0.5 }]);
  });

  it('are nothing where nothing is', () => {
    expect(barsOf([0, 0]).map(({ share }) => share)).toEqual([0, 0]);
    expect(barsOf([])).toEqual([]);
  });

  it('have their peak at the first of the greatest', () => {
    expect([peakOf([1, 3, 3]), peakOf([0, 0]), peakOf([])]).toEqual([1, null, null]);
  });
});
