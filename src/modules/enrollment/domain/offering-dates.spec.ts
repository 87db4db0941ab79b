import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { datesOf, momentsOf, weeksOfMonth } from './offering-dates.js';

const VIENNA = 'Europe/Vienna';
const NOVEMBER = weeksOfMonth('2026-11');
const offering = (changes: object = {}) => ({
  id: 'o',
  enrollFrom: new Date('2026-10-01T00:00:00Z'),
  enrollUntil: null,
  startsAt: new Date('2026-11-02T08:00:00Z'),
  endsAt: null,
  ...changes,
});

describe('The weeks of a month', () => {
  it('are whole, also over the turn of the year', () => {
    expect(NOVEMBER).toEqual({ first: '2026-10-26', last: '2026-12-06' });
    expect(weeksOfMonth('2026-12')).toEqual({ first: '2026-11-30', last: '2027-01-03' });
    expect(weeksOfMonth('2027-02')).toEqual({ first: '2027-02-01', last: '2027-02-28' });
  });

  it('hold every day of the month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1970, max: 2999 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
        const month = `${year}-${String(number).padStart(2, '0')}`;
        const { first, last } = weeksOfMonth(month);
        const days = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
        expect(days % 7).toBe(0);
        expect(first <= `${month}-01` && last.slice(0, 7) >= month).toBe(true);
        expect(days).toBeLessThanOrEqual(42);
      }),
    );
  });

  it('begin and end where the institution is', () => {
    expect(momentsOf(NOVEMBER, VIENNA)).toEqual({
      from: new Date('2026-10-25T23:00:00Z'),
      to: new Date('2026-12-06T23:00:00Z'),
    });
  });
});

describe('The dates of offerings', () => {
  it('are what happens in the time, in order, each on its day there', () => {
    const dates = datesOf(
      [
        offering({ id: 'late', startsAt: new Date('2026-11-30T23:30:00Z') }),
        offering({ enrollUntil: new Date('2026-11-01T12:00:00Z'), endsAt: new Date('2027-03-01T12:00:00Z') }),
      ],
      NOVEMBER,
      VIENNA,
    );
    expect(dates.map(({ offeringId, kind, day }) => [offeringId, kind, day])).toEqual([
      ['o', 'enrollment_closes', '2026-11-01'],
      ['o', 'begins', '2026-11-02'],
      ['late', 'begins', '2026-12-01'],
    ]);
  });

  it('end on the day that midnight ends, and begin on the one that it begins', () => {
    const midnight = new Date('2026-11-14T23:00:00Z');
    const days = datesOf([offering({ startsAt: midnight, endsAt: midnight })], NOVEMBER, VIENNA);
    expect(days.map(({ kind, day }) => [kind, day])).toEqual([
      ['ends', '2026-11-14'],
      ['begins', '2026-11-15'],
    ]);
  });
});
