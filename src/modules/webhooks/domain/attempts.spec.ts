import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { disabledBecause, judge, lanesOf, laneWait, nextTry, restUntil, WAITS_MS } from './attempts.js';

const NOW = new Date('2026-03-01T12:00:00Z');
const DAY = 86_400_000;
const answered = (status: number, retryAfter: string | null = null) => ({ status, retryAfter });
const secondsLater = (date: Date | null) => (date === null ? null : (date.getTime() - NOW.getTime()) / 1_000);

describe('What an answer means', () => {
  it.each([
    [200, 'delivered'],
    [204, 'delivered'],
    [299, 'delivered'],
    [301, 'failed'],
    [304, 'failed'],
    [400, 'failed'],
    [404, 'failed'],
    [410, 'gone'],
    [429, 'slow_down'],
    [500, 'failed'],
    [502, 'slow_down'],
    [503, 'failed'],
    [504, 'slow_down'],
  ])('%i: %s', (status, verdict) => {
    expect(judge(answered(status))).toBe(verdict);
  });

  it('silence is a failure', () => {
    expect(judge({ failure: 'timed_out' })).toBe('failed');
  });
});

describe('The next try', () => {
  it('follows the schedule of the standard, ten tries in all', () => {
    const waits = WAITS_MS.slice(1).map((_, index) => secondsLater(nextTry(index + 1, NOW, null, 0)));
    expect(waits).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]);
    expect(nextTry(10, NOW, null, 0)).toBeNull();
  });

  it('is spread by at most a tenth, and never comes sooner', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (tries, random) => {
        const wait = (secondsLater(nextTry(tries, NOW, null, random)) ?? 0) * 1_000;
        expect(wait).toBeGreaterThanOrEqual(WAITS_MS[tries] ?? 0);
        expect(wait).toBeLessThanOrEqual((WAITS_MS[tries] ?? 0) * 1.1);
      }),
    );
  });

  it('waits for the end of a rest', () => {
    expect(nextTry(1, NOW, new Date(NOW.getTime() + 600_000), 0)).toEqual(new Date(NOW.getTime() + 600_000));
  });
});

describe('A rest', () => {
  it('is as long as the endpoint asks, in seconds or by a date, a minute when it does not say, and a day at most', () => {
    expect(secondsLater(restUntil(answered(429, '120'), NOW))).toBe(120);
    expect(secondsLater(restUntil(answered(429, 'Sun, 01 Mar 2026 12:05:00 GMT'), NOW))).toBe(300);
    expect(secondsLater(restUntil(answered(504), NOW))).toBe(60);
    expect(secondsLater(restUntil(answered(502, 'soon'), NOW))).toBe(60);
    expect(secondsLater(restUntil(answered(429, '999999999'), NOW))).toBe(86_400);
    expect(secondsLater(restUntil(answered(429, 'Sun, 01 Mar 2020 12:05:00 GMT'), NOW))).toBe(0);
    expect(restUntil(answered(500, '120'), NOW)).toBeNull();
  });
});

describe('An endpoint', () => {
  it('is told no more when it says so, and after five days of nothing but failures', () => {
    const since = (days: number) => new Date(NOW.getTime() - days * DAY);
    expect(disabledBecause('gone', null, NOW)).toBe('gone');
    expect(disabledBecause('failed', since(5), NOW)).toBe('failing');
    expect(disabledBecause('slow_down', since(6), NOW)).toBe('failing');
    expect(disabledBecause('failed', since(4.9), NOW)).toBeNull();
    expect(disabledBecause('failed', null, NOW)).toBeNull();
    expect(disabledBecause('delivered', since(9), NOW)).toBeNull();
  });

  it('that fails takes one place, and what waits for it is spread over the time that it will take', () => {
    expect(lanesOf({ failingSince: NOW })).toBeLessThan(lanesOf({ failingSince: null }));
    expect(laneWait(0, 0, 4, 0.5)).toBe(1_500);
    expect(laneWait(100, 400, 4, 0.5)).toBe(6_000);
    expect(laneWait(100_000, 15_000, 1, 0.999)).toBeLessThanOrEqual(601_000);
  });
});
