import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sortOut } from './sort-out.js';

const always = () => true;

describe('sorting out', () => {
  it('answers each item that can be done and names each one that cannot, in their order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 60 }), async (good) => {
        const items = good.map((isGood, index) => ({ isGood, index }));
        const work = async (some: readonly (typeof items)[number][]) => {
          const bad = some.find(({ isGood }) => !isGood);
          if (bad) throw new Error(`item ${bad.index}`);
          return some.map(({ index }) => index * 2);
        };
        expect(await sortOut(items, work, always)).toEqual(
          items.map((item) =>
            item.isGood ? { item, answer: item.index * 2 } : { item, fault: new Error(`item ${item.index}`) },
          ),
        );
      }),
    );
  });

  it('of five hundred with one bad one takes few goes, and one where all are good', async () => {
    let goes = 0;
    const work = (bad: number) => async (some: readonly number[]) => {
      goes += 1;
      if (some.includes(bad)) throw new Error('bad');
      return some;
    };
    const items = Array.from({ length: 500 }, (_, index) => index);
    await sortOut(items, work(-1), always);
    expect(goes).toBe(1);
    goes = 0;
    const sorted = await sortOut(items, work(321), always);
    expect(sorted.filter(({ fault }) => fault).map(({ item }) => item)).toEqual([321]);
    expect(goes).toBeLessThanOrEqual(19);
  });

  it('blames no item where the error is nobody’s, and does not try again', async () => {
    let goes = 0;
    const away = new Error('the database is away');
    const work = async () => {
      goes += 1;
      throw away;
    };
    expect(await sortOut([1, 2], work, () => false)).toEqual([
      { item: 1, fault: away },
      { item: 2, fault: away },
    ]);
    expect(goes).toBe(1);
  });

  it('does nothing with nothing', async () => {
    expect(await sortOut([], () => Promise.reject(new Error('asked')), always)).toEqual([]);
  });
});
