import { describe, expect, it } from '@jest/globals';
import { addMonths, byWeek, dayAfterKey, dayIn, monthGrid, weekOf } from './days';

describe('A month of days', () => {
  it('is whole weeks from Monday to Sunday', () => {
    const weeks = monthGrid('2026-03');
    expect(weeks).toHaveLength(6);
    expect(weeks[0]?.[0]).toBe('2026-02-23');
    expect(weeks.at(-1)?.at(-1)).toBe('2026-04-05');
    expect(monthGrid('2027-02')).toHaveLength(4);
  });

  it('is walked by the keys that calendars have', () => {
    const from = (key: string) => dayAfterKey('2026-03-31', key);
    expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'].map(from)).toEqual([
      '2026-03-30',
      '2026-04-01',
      '2026-03-24',
      '2026-04-07',
      '2026-03-30',
      '2026-04-05',
      '2026-02-28',
      '2026-04-30',
    ]);
    expect(from('a')).toBeNull();
  });

  it('ends earlier where the month is shorter', () => {
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  });
});

describe('Weeks', () => {
  it('hold what comes, with this one first even when it is empty', () => {
    const entries = [{ day: '2026-03-01' }, { day: '2026-03-20' }, { day: '2026-03-16' }];
    expect(byWeek(entries, '2026-03-04')).toEqual([
      { monday: '2026-03-02', entries: [] },
      { monday: '2026-03-16', entries: [{ day: '2026-03-20' }, { day: '2026-03-16' }] },
    ]);
  });

  it('begin on Monday also for a Sunday', () => {
    expect(weekOf('2026-03-08')).toBe('2026-03-02');
  });
});

describe('Today', () => {
  it('is another day in another place', () => {
    const at = new Date('2026-03-01T23:30:00Z');
    expect([dayIn('Europe/Vienna', at), dayIn('America/New_York', at)]).toEqual(['2026-03-02', '2026-03-01']);
  });
});
