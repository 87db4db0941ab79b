import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { orderCorrelation } from './rank-correlation.js';

describe('The correlation of values with their order', () => {
  it('is 1 when they rise and -1 when they fall, however far', () => {
    expect(orderCorrelation([1, 5, 6, 1_000])).toBe(1);
    expect(orderCorrelation([1_000, 6, 5, 1])).toBe(-1);
  });

  it('is the textbook’s', () => {
    // Ranks 0 1 2 3 4 against 1 0 3 2 4: 1 - 6 · 4 / (5 · 24).
    expect(orderCorrelation([20, 10, 40, 30, 50])).toBeCloseTo(0.8, 12);
  });

  it('turns its sign when the order is turned, and never leaves -1 to 1', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 50 }), (values) => {
        const correlation = orderCorrelation(values);
        expect(Math.abs(correlation)).toBeLessThanOrEqual(1);
        expect(orderCorrelation(values.toReversed())).toBeCloseTo(-correlation, 9);
      }),
    );
  });

  it.each([[[]], [[7]]])('of %j is 0', (values) => {
    expect(orderCorrelation(values)).toBe(0);
  });
});
