import { describe, expect, it } from '@jest/globals';
import { monthAfter, monthsOf, NOTHING, sumOf } from './overview.js';

const row = (month: string, enrolled: number, offeringId = 'autumn') => ({ ...NOTHING, enrolled, month, offeringId });

describe('Months of an overview', () => {
  it('stand in order, the empty ones between them too, and add up over offerings', () => {
    const months = monthsOf([row('2027-02', 5), row('2026-11', 1), row('2026-11', 2, 'spring')]);
    expect(months.map(({ month, enrolled }) => [month, enrolled])).toEqual([
      ['2026-11', 3],
      ['2026-12', 0],
      ['2027-01', 0],
      ['2027-02', 5],
    ]);
  });

  it('are none where nothing happened', () => {
    expect(monthsOf([])).toEqual([]);
    expect(sumOf([])).toEqual(NOTHING);
  });

  it('go on after December with the next year', () => {
    expect([monthAfter('2026-09'), monthAfter('2026-12')]).toEqual(['2026-10', '2027-01']);
  });
});
