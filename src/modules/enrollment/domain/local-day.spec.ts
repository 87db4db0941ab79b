import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays, endOfDay, localDay } from './local-day.js';

/** Far east, far west, half hours, and clocks that change at midnight. */
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Santiago',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Etc/GMT+12',
];
const instant = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) }).map((at) => new Date(at));

describe('days in a time zone', () => {
  it('end at their last second, in every zone and through every change of clocks', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instant, (zone, at) => {
        const day = localDay(at, zone);
        const end = endOfDay(day, zone);
        expect(localDay(end, zone)).toBe(day);
        expect(localDay(new Date(end.getTime() + 1000), zone) > day).toBe(true);
        expect(end.getTime()).toBeGreaterThan(at.getTime() - 1000);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['2026-09-07', 'UTC', '2026-09-07T23:59:59.000Z'],
    ['2026-09-07', 'Europe/Berlin', '2026-09-07T21:59:59.000Z'],
    ['2026-12-07', 'Europe/Berlin', '2026-12-07T22:59:59.000Z'],
    ['2026-09-07', 'Pacific/Kiritimati', '2026-09-07T09:59:59.000Z'],
    ['2026-09-07', 'Etc/GMT+12', '2026-09-08T11:59:59.000Z'],
    // Clocks went from 23:59:59 back to 23:00:00 on that evening.
    ['2018-02-17', 'America/Sao_Paulo', '2018-02-18T02:59:59.000Z'],
    // Samoa left out 30 December to cross the date line.
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T09:59:59.000Z'],
  ])('%s in %s ends at %s', (day, zone, end) => {
    expect(endOfDay(day, zone).toISOString()).toBe(end);
  });

  it('are another day on the other side of the world', () => {
    const at = new Date('2026-09-07T23:00:00Z');
    expect([localDay(at, 'America/New_York'), localDay(at, 'Europe/Berlin')]).toEqual(['2026-09-07', '2026-09-08']);
  });

  it('are counted over months and leap years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-28', 7)).toBe('2026-04-04');
  });

  it('refuse a zone that does not exist', () => {
    expect(() => localDay(new Date(0), 'Europe/Atlantis')).toThrow(RangeError);
  });
});
