import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sortShort, sortTexts } from './short-sort.js';

describe('sorting a few', () => {
  it('orders texts as the language does, however many', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 3 }), { maxLength: 60 }), (texts) => {
        expect(sortTexts([...texts])).toEqual([...texts].sort());
      }),
    );
  });

  it('keeps the order of those of which neither comes first', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 60 }), (numbers) => {
        const items = numbers.map((number, place) => ({ number, place }));
        const sorted = sortShort([...items], (first, second) => first.number < second.number);
        expect(sorted).toEqual(items.toSorted((first, second) => first.number - second.number));
      }),
    );
  });
});
