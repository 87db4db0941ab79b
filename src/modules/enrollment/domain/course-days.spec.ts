import { describe, expect, it } from '@jest/globals';
import { announcedDates, type CourseDates, courseDays, type CourseDays, datesOn, isDay, NO_DAYS } from './course-days.js';

const VIENNA = 'Europe/Vienna';
const now = new Date('2026-03-10T12:00:00Z');
const OPEN: CourseDates = { startsAt: new Date('2026-03-01T08:00:00Z'), endsAt: null, projectDue: null };
const DAYS: CourseDays = { startsAt: '2026-03-20', endsAt: '2026-06-30', projectDue: '2026-06-15' };

describe('courseDays', () => {
  it('are none of an offering that has begun and has no end', () => {
    expect(courseDays(OPEN, VIENNA, now)).toEqual(NO_DAYS);
    expect(announcedDates(OPEN, now)).toEqual({ opensAt: null, endsAt: null, dueAt: null });
  });

  it('are what dates were made of, from their first second to their last one', () => {
    const dates = datesOn(DAYS, OPEN, VIENNA, now);
    expect(courseDays(dates, VIENNA, now)).toEqual(DAYS);
    expect(announcedDates(dates, now)).toEqual({
      opensAt: new Date('2026-03-19T23:00:00Z'),
      endsAt: new Date('2026-06-30T21:59:59Z'),
      dueAt: new Date('2026-06-15T21:59:59Z'),
    });
  });

  it('tell of an end at midnight that it is there until the day before', () => {
    expect(courseDays({ ...OPEN, endsAt: new Date('2026-06-30T22:00:00Z') }, VIENNA, now).endsAt).toBe('2026-06-30');
  });
});

describe('isDay', () => {
  it.each(['2026-02-28', '2028-02-29', '2199-12-31'])('takes %s', (text) => expect(isDay(text)).toBe(true));
  it.each(['2026-02-29', '2026-13-01', '2026-6-1', '1999-01-01', '9999-01-01', '2026-06-15T10:00', ' 2026-06-15', 'soon'])(
    'refuses %s',
    (text) => expect(isDay(text)).toBe(false),
  );
});

describe('datesOn', () => {
  it('leaves the hour that the office set where the day stays', () => {
    const stood: CourseDates = {
      startsAt: new Date('2026-03-20T08:00:00Z'),
      endsAt: new Date('2026-06-30T15:00:00Z'),
      projectDue: { type: 'fixed', at: '2026-06-15T10:00:00.000Z', timeZone: null },
    };
    expect(datesOn(DAYS, stood, VIENNA, now)).toEqual(stood);
    expect(datesOn({ ...DAYS, endsAt: '2026-07-01' }, stood, VIENNA, now)).toEqual({
      ...stood,
      endsAt: new Date('2026-07-01T21:59:59Z'),
    });
  });

  it('leaves what is due after each learner’s own start, and announces no day for it', () => {
    const stood: CourseDates = { ...OPEN, projectDue: { type: 'days-after-start', days: 30, timeZone: VIENNA } };
    expect(datesOn(NO_DAYS, stood, VIENNA, now)).toEqual(stood);
    expect(announcedDates(stood, now).dueAt).toBeNull();
  });

  it('opens what was to open later, and moves no start that has been', () => {
    const later = datesOn(DAYS, OPEN, VIENNA, now);
    expect(datesOn(NO_DAYS, later, VIENNA, now)).toEqual({ startsAt: now, endsAt: null, projectDue: null });
    expect(datesOn({ ...NO_DAYS, startsAt: '2026-03-10' }, later, VIENNA, now).startsAt).toEqual(now);
    expect(datesOn({ ...NO_DAYS, startsAt: '2026-03-10' }, OPEN, VIENNA, now).startsAt).toEqual(OPEN.startsAt);
  });
});
