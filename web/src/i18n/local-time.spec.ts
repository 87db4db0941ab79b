import fc from 'fast-check';
import { localTime, momentOf, oddityOf } from './local-time';

const VIENNA = 'Europe/Vienna';

describe('A time as clocks show it', () => {
  it('is the moment at which the clocks of its zone show it, in summer and in winter', () => {
    expect(momentOf('2026-07-01T09:00', VIENNA)).toBe('2026-07-01T07:00:00.000Z');
    expect(momentOf('2026-12-01T09:00', VIENNA)).toBe('2026-12-01T08:00:00.000Z');
    expect(momentOf('2026-07-01T09:00', 'America/New_York')).toBe('2026-07-01T13:00:00.000Z');
    expect(momentOf('2026-07-01T09:00', 'Asia/Kathmandu')).toBe('2026-07-01T03:15:00.000Z');
  });

  it('is found around the hour that is skipped in spring, and within it is an hour later', () => {
    expect(momentOf('2026-03-29T01:59', VIENNA)).toBe('2026-03-29T00:59:00.000Z');
    expect(momentOf('2026-03-29T02:30', VIENNA)).toBe('2026-03-29T01:30:00.000Z');
    expect(localTime('2026-03-29T01:30:00.000Z', VIENNA)).toBe('2026-03-29T03:30');
    expect(momentOf('2026-03-29T03:00', VIENNA)).toBe('2026-03-29T01:00:00.000Z');
  });

  it('is found around the hour that comes twice in autumn, and within it is the first', () => {
    expect(momentOf('2026-10-25T01:59', VIENNA)).toBe('2026-10-24T23:59:00.000Z');
    expect(momentOf('2026-10-25T02:30', VIENNA)).toBe('2026-10-25T00:30:00.000Z');
    expect(momentOf('2026-10-25T03:00', VIENNA)).toBe('2026-10-25T02:00:00.000Z');
    expect(localTime('2026-10-25T00:30:00.000Z', VIENNA)).toBe(localTime('2026-10-25T01:30:00.000Z', VIENNA));
  });

  it('is said to be odd in those two hours alone', () => {
    const odd = (times: string[]) => times.map((time) => oddityOf(time, VIENNA));
    expect(odd(['2026-03-29T01:59', '2026-03-29T02:00', '2026-03-29T02:59', '2026-03-29T03:00'])).toEqual([
      null,
      'skipped',
      'skipped',
      null,
    ]);
    expect(odd(['2026-10-25T01:59', '2026-10-25T02:00', '2026-10-25T02:59', '2026-10-25T03:00'])).toEqual([
      null,
      'twice',
      'twice',
      null,
    ]);
    expect(oddityOf('2026-03-29T02:30', 'UTC')).toBe(null);
  });

  it('begins the day where midnight is skipped at the first moment of it', () => {
    expect(momentOf('2026-03-29T00:00', 'Asia/Beirut')).toBe('2026-03-28T22:00:00.000Z');
    expect(localTime('2026-03-28T22:00:00.000Z', 'Asia/Beirut')).toBe('2026-03-29T01:00');
  });

  it('that is typed is shown, unless the clocks skip it', () => {
    const zone = fc.constantFrom(
      VIENNA,
      'UTC',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Pacific/Kiritimati',
    );
    const minute = fc.integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2060, 0, 1) / 60_000 });
    const time = minute.map((one) => new Date(one * 60_000).toISOString().slice(0, 16));
    fc.assert(
      fc.property(time, zone, (local, timeZone) => {
        fc.pre(oddityOf(local, timeZone) !== 'skipped');
        expect(localTime(momentOf(local, timeZone), timeZone)).toBe(local);
      }),
    );
  });

  it('is no moment while nothing, or half of it, is typed', () => {
    expect([momentOf('', VIENNA), oddityOf('', VIENNA), localTime(null, VIENNA)]).toEqual([null, null, '']);
    expect([momentOf('2026-1', VIENNA), oddityOf('no time', VIENNA)]).toEqual([null, null]);
  });
});
