import { describe, expect, it } from '@jest/globals';
import { renewalIsDue } from './renewal';

const MINUTE = 60_000;

describe('The lease', () => {
  it('is renewed while one works, and not before it makes a difference', () => {
    expect(renewalIsDue({ now: 3 * MINUTE, renewedAt: 0, activeAt: 2 * MINUTE })).toBe(false);
    expect(renewalIsDue({ now: 4 * MINUTE, renewedAt: 0, activeAt: 2 * MINUTE })).toBe(true);
  });

  it('is left to end when nobody is there', () => {
    expect(renewalIsDue({ now: 60 * MINUTE, renewedAt: 10 * MINUTE, activeAt: 9 * MINUTE })).toBe(false);
  });
});
