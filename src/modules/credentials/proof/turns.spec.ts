import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.js';

describe('Turns', () => {
  it('lets only so many work at a time, in the order they came, also after failures', async () => {
    const turns = new Turns(2);
    const order: number[] = [];
    let [busy, most] = [0, 0];
    const work = (index: number) => async () => {
      most = Math.max(most, (busy += 1));
      order.push(index);
      await new Promise((resolve) => setImmediate(resolve));
      busy -= 1;
      if (index % 3 === 0) throw new Error('failed');
      return index;
    };
    const results = await Promise.allSettled(Array.from({ length: 10 }, (_, index) => turns.take(work(index))));
    expect(most).toBe(2);
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(4);
  });
});
