import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateTimeStamp, isDate, monthsAfter, parseDateTimeStamp } from './date-time.js';

describe('date-time stamps', () => {
  it('are written in UTC without a fraction', () => {
    expect(dateTimeStamp(new Date('2026-03-01T10:30:00.123+01:00'))).toBe('2026-03-01T09:30:00Z');
  });

  it('survive being written and read back, to the second', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (moment) => {
        const read = parseDateTimeStamp(dateTimeStamp(moment));
        expect(read?.getTime()).toBe(Math.floor(moment.getTime() / 1000) * 1000);
      }),
    );
  });

  it.each([
    ['2026-03-01T10:30:00+01:00', true],
    ['2026-03-01T10:30:00.5Z', true],
    ['2024-02-29T00:00:00Z', true],
    ['2026-02-29T00:00:00Z', false],
    ['2026-02-30T00:00:00Z', false],
    ['2026-13-01T00:00:00Z', false],
    ['2026-03-01T25:00:00Z', false],
    ['2026-03-01T10:30:00', false],
    ['2026-03-01', false],
    ['yesterday', false],
    [20260301, false],
    [null, false],
  ])('%p is a date-time stamp with a zone: %p', (text, expected) => {
    expect(parseDateTimeStamp(text) !== undefined).toBe(expected);
  });

  it('says so when the moment itself is not one', () => {
    expect(parseDateTimeStamp(dateTimeStamp(new Date(Number.NaN)))).toBeUndefined();
  });
});

describe('months later', () => {
  it.each([
    ['2026-01-31T10:00:00Z', 1, '2026-02-28T10:00:00Z'],
    ['2024-02-29T23:59:59Z', 12, '2025-02-28T23:59:59Z'],
    ['2026-11-30T00:00:00Z', 3, '2027-02-28T00:00:00Z'],
    ['2026-03-15T12:00:00Z', 24, '2028-03-15T12:00:00Z'],
  ])('than %s, %i of them, is %s', (from, months, to) => {
    expect(dateTimeStamp(monthsAfter(new Date(from), months))).toBe(to);
  });
});

describe('a date', () => {
  it.each(['2026-03-01', '2024-02-29', '0001-01-01'])('is %s', (text) => {
    expect(isDate(text)).toBe(true);
  });

  it.each(['', 'long ago', '2025-02-29', '2026-13-01', '2026-3-1', '2026-03-01T00:00:00Z', ' 2026-03-01', 7, null])(
    'is not %j',
    (value) => {
      expect(isDate(value)).toBe(false);
    },
  );
});
