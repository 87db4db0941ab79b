import { describe, expect, it } from '@jest/globals';
import { monthsOfPeriod } from './periods';

const NOW = new Date('2026-11-15T12:00:00Z');

describe('A period of the overview', () => {
  it.each([
    ['3-months', { from: '2026-09', until: '2026-11' }],
    ['12-months', { from: '2025-12', until: '2026-11' }],
    ['this-year', { from: '2026-01', until: '2026-12' }],
    ['last-year', { from: '2025-01', until: '2025-12' }],
    ['all', {}],
  ] as const)('%s is these months', (period, months) => {
    expect(monthsOfPeriod(period, NOW, 'Europe/Vienna')).toEqual(months);
  });

  it('ends with the month that it is where the institution is', () => {
    const newYear = new Date('2026-12-31T23:30:00Z');
    expect(monthsOfPeriod('3-months', newYear, 'Europe/Vienna')).toEqual({ from: '2026-11', until: '2027-01' });
    expect(monthsOfPeriod('3-months', newYear, 'America/New_York')).toEqual({ from: '2026-10', until: '2026-12' });
  });
});
