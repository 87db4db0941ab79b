import { formatFor } from './format-for';

describe('formatFor', () => {
  const format = formatFor('en', 'Europe/Berlin');

  it('writes times in the time zone of the person, not of the device', () => {
    expect(format.dateTime('2026-07-01T22:30:00Z')).toContain('Jul 2, 2026');
  });

  it('keeps a time in one line, “PM” included', () => {
    expect([format.dateTime('2026-07-01T10:30:00Z'), format.time('2026-07-01T10:30:00Z')]).toEqual([
      'Jul 1, 2026, 12:30\u00a0PM',
      '12:30\u00a0PM',
    ]);
    expect(formatFor('de', 'Europe/Berlin').time('2026-07-01T10:30:00Z')).toBe('12:30');
  });

  it('rounds shares down, so that 100 % means all', () => {
    expect([0, 0.999, 1].map((share) => format.percent(share))).toEqual(['0%', '99%', '100%']);
  });

  it('gives durations in hours and minutes', () => {
    expect([0, 59, 60, 95].map((minutes) => format.minutes(minutes))).toEqual(['0 min', '59 min', '1 hr', '1 hr 35 min']);
  });

  it('gives the size of a file in the unit that suits it, and never as nothing', () => {
    expect([24, 1_536, 50 * 1024 * 1024].map((bytes) => format.bytes(bytes))).toEqual(['24 bytes', '1.5 kB', '50 MB']);
  });

  it('says how far away a time is in the largest unit that fits', () => {
    const now = new Date('2026-01-10T12:00:00Z');
    const at = (iso: string) => format.relative(iso, now);
    expect([at('2026-01-13T13:00:00Z'), at('2026-01-10T09:30:00Z'), at('2026-01-10T12:00:20Z')]).toEqual([
      'in 3 days',
      '2 hours ago',
      'this minute',
    ]);
  });
});
