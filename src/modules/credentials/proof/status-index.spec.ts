import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { indexAt } from './status-index.js';

const seed = Buffer.from('the secret of list riverside-1');
const all = (size: number, key = seed): number[] => Array.from({ length: size }, (_, position) => indexAt(position, key, size));

describe('status-list indexes', () => {
  it('give every place of a list exactly once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), fc.uint8Array({ minLength: 1, maxLength: 32 }), (size, key) => {
        expect(new Set(all(size, Buffer.from(key)))).toEqual(new Set(Array.from({ length: size }, (_, place) => place)));
      }),
      { numRuns: 30 },
    );
  });

  it('stay inside a list of the standard size', () => {
    fc.assert(
      fc.property(fc.nat({ max: 131_071 }), (position) => {
        const index = indexAt(position, seed, 131_072);
        expect(Number.isInteger(index) && index >= 0 && index < 131_072).toBe(true);
      }),
    );
  });

  it('do not follow the order of awards', () => {
    const indexes = Array.from({ length: 500 }, (_, position) => indexAt(position, seed, 131_072));
    const rising = indexes.filter((index, position) => position > 0 && index > (indexes[position - 1] ?? 0)).length;
    expect(rising).toBeGreaterThan(200);
    expect(rising).toBeLessThan(300);
    expect(Math.max(...indexes)).toBeGreaterThan(120_000);
    expect(Math.min(...indexes)).toBeLessThan(11_000);
  });

  it('are the same for the same secret and others for another', () => {
    expect(all(100)).toEqual(all(100));
    expect(all(100)).not.toEqual(all(100, Buffer.from('another secret')));
  });

  it('refuse a position outside the list', () => {
    expect(() => indexAt(131_072, seed, 131_072)).toThrow(/outside a status list/);
    expect(() => indexAt(-1, seed, 131_072)).toThrow(RangeError);
    expect(() => indexAt(0, seed, 0)).toThrow(RangeError);
    expect(() => indexAt(0.5, seed, 10)).toThrow(RangeError);
  });
});
