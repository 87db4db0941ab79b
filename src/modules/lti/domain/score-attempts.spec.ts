import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { afterAttempt, nextTimestamp, restOf } from './score-attempts.js';
import { problemOf, SERVICE_PROBLEMS, type ServiceProblem } from './service-problem.js';

const now = new Date('2026-03-01T09:00:00.700Z');
const first = { attempts: 1, lastProblem: null, restMs: null, random: 0 };

describe('An attempt to tell a score', () => {
  it.each([
    ['forbidden', 'not_allowed'],
    ['rejected', 'rejected'],
    ['not_found', 'line_item_gone'],
    ['unauthorized', 'unauthorized'],
    ['scope_missing', 'scope_missing'],
  ] as const)('is the last one when it is %s', (problem, park) => {
    expect(afterAttempt(problem, first)).toEqual({ park });
  });

  it.each(['unreachable', 'unavailable', 'slow_down', 'unreadable', 'token_refused'] as const)(
    'is made again later when the platform is %s, for three days at the least',
    (problem) => {
      let waited = 0;
      for (let attempts = 1; ; attempts += 1) {
        const after = afterAttempt(problem, { ...first, attempts });
        if ('park' in after) break;
        waited += after.waitMs;
      }
      expect(waited).toBeGreaterThan(2.5 * 86_400_000);
    },
  );

  it('is made once more after a conflict', () => {
    expect(afterAttempt('conflict', first)).toEqual({ waitMs: 2_000 });
    expect(afterAttempt('conflict', { ...first, lastProblem: 'conflict' })).toEqual({ park: 'superseded' });
  });

  it('never comes sooner than the platform asks for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SERVICE_PROBLEMS),
        fc.integer({ min: 1, max: 10 }),
        fc.nat(100_000_000),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (problem: ServiceProblem, attempts, restMs, random) => {
          const after = afterAttempt(problem, { attempts, lastProblem: null, restMs, random });
          if ('waitMs' in after && problem !== 'conflict') expect(after.waitMs).toBeGreaterThanOrEqual(restMs);
        },
      ),
    );
  });

  it.each([
    ['slow_down', '120', 120_000],
    ['slow_down', 'Sun, 01 Mar 2026 09:01:00 GMT', 59_300],
    ['slow_down', null, 60_000],
    ['slow_down', 'soon', 60_000],
    ['slow_down', '999999999', 86_400_000],
    ['unavailable', '30', 30_000],
    ['unavailable', null, null],
    ['forbidden', '30', null],
  ] as const)('reads %s with Retry-After %j', (problem, retryAfter, rest) => {
    expect(restOf(problem, retryAfter, now)).toBe(rest);
  });

  it('has a time of its own, in whole seconds that are never ahead', () => {
    expect(nextTimestamp(null, now)).toEqual(new Date('2026-03-01T09:00:00Z'));
    expect(nextTimestamp(new Date('2026-03-01T08:59:59Z'), now)).toEqual(new Date('2026-03-01T09:00:00Z'));
    expect(nextTimestamp(new Date('2026-03-01T09:00:00Z'), now)).toBeNull();
  });

  it('tells the statuses of platforms apart', () => {
    expect([200, 204, 301, 400, 401, 403, 404, 409, 410, 422, 429, 500, 503].map(problemOf)).toEqual([
      null,
      null,
      'unavailable',
      'rejected',
      'unauthorized',
      'forbidden',
      'not_found',
      'conflict',
      'not_found',
      'rejected',
      'slow_down',
      'unavailable',
      'unavailable',
    ]);
  });
});
