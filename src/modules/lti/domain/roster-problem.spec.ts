import { describe, expect, it } from '@jest/globals';
import { mayReadWholeInstead, waitAfter } from './roster-problem.js';

describe('A reading that failed', () => {
  const wait = (attempts: number, restMs: number | null = null) => waitAfter('unavailable', { attempts, restMs, random: 0 });

  it('is tried again ever later, and given up in the end', () => {
    expect([1, 2, 3, 4, 5].map((attempts) => wait(attempts))).toEqual([60_000, 600_000, 3_600_000, 21_600_000, null]);
  });

  it('waits for as long as the platform asks', () => {
    expect(wait(1, 900_000)).toBe(900_000);
    expect(wait(2, 1_000)).toBe(600_000);
  });

  it.each(['forbidden', 'not_found', 'scope_missing', 'rejected', 'pages_elsewhere', 'pages_endless', 'too_large'] as const)(
    'is not tried again where time does not help: %s',
    (problem) => {
      expect(waitAfter(problem, { attempts: 1, restMs: null, random: 0 })).toBeNull();
    },
  );

  it('of differences is made good by the whole roster, unless the platform is not there', () => {
    expect(mayReadWholeInstead('not_found')).toBe(true);
    expect(mayReadWholeInstead('slow_down')).toBe(false);
    expect(mayReadWholeInstead('unreachable')).toBe(false);
  });
});
