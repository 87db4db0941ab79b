import { describe, expect, it } from '@jest/globals';
import { dayStart } from './day-start';

describe('dayStart', () => {
  it('is midnight where the person is', () => {
    expect(dayStart('2026-03-01', 'Europe/Vienna')).toBe('2026-02-28T23:00:00.000Z');
    expect(dayStart('2026-07-01', 'America/New_York')).toBe('2026-07-01T04:00:00.000Z');
    expect(dayStart('2026-03-01', 'UTC')).toBe('2026-03-01T00:00:00.000Z');
  });

  it('is right on the days when the clock changes', () => {
    expect(dayStart('2026-03-29', 'Europe/Vienna')).toBe('2026-03-28T23:00:00.000Z');
    expect(dayStart('2026-03-29', 'Europe/Vienna', { after: 1 })).toBe('2026-03-29T22:00:00.000Z');
    expect(dayStart('2026-10-25', 'Europe/Vienna', { after: 1 })).toBe('2026-10-25T23:00:00.000Z');
  });

  it('of the day after ends a span that includes the day', () => {
    expect(dayStart('2026-12-31', 'UTC', { after: 1 })).toBe('2027-01-01T00:00:00.000Z');
  });
});
