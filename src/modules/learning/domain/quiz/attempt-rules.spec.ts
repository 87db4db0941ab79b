import { describe, expect, it } from '@jest/globals';
import { attemptDeadline, mayStartAttempt, secondsLeft, takes, type EarlierAttempt } from './attempt-rules.js';

const NINE = new Date('2026-09-07T09:00:00Z');
const later = (seconds: number) => new Date(NINE.getTime() + seconds * 1000);
const submitted: EarlierAttempt = { submittedAt: NINE, deadline: null };

describe('starting a quiz', () => {
  it('is allowed as often as the author says', () => {
    expect(mayStartAttempt(1, [], NINE)).toEqual({ allowed: true });
    expect(mayStartAttempt(2, [submitted], NINE)).toEqual({ allowed: true });
    expect(mayStartAttempt(2, [submitted, submitted], NINE)).toEqual({
      allowed: false,
      reason: { key: 'no_attempts_left', attemptLimit: 2 },
    });
    expect(
      mayStartAttempt(
        null,
        Array.from({ length: 50 }, () => submitted),
        NINE,
      ),
    ).toEqual({ allowed: true });
  });

  it('waits for the attempt that is running', () => {
    const running = { submittedAt: null, deadline: null };
    expect(mayStartAttempt(null, [submitted, running], NINE)).toEqual({ allowed: false, reason: { key: 'attempt_in_progress' } });
  });

  it('does not wait for an attempt whose time ran out, but counts it', () => {
    const over = { submittedAt: null, deadline: later(-31) };
    expect(mayStartAttempt(2, [over], NINE)).toEqual({ allowed: true });
    expect(mayStartAttempt(1, [over], NINE)).toMatchObject({ allowed: false, reason: { key: 'no_attempts_left' } });
  });
});

describe('the time of an attempt', () => {
  it('is the limit, longer for Bea who has half as much again', () => {
    expect(attemptDeadline(NINE, 600, 1)).toEqual(later(600));
    expect(attemptDeadline(NINE, 600, 1.5)).toEqual(later(900));
    expect(attemptDeadline(NINE, 600, 0.5)).toEqual(later(600));
    expect(attemptDeadline(NINE, null, 1.5)).toBeNull();
  });

  it('counts down to zero and stays there', () => {
    expect(secondsLeft(later(10), later(0.5))).toBe(9);
    expect(secondsLeft(later(10), later(11))).toBe(0);
    expect(secondsLeft(null, NINE)).toBeNull();
  });

  it('takes answers that were on their way, then those saved before', () => {
    expect(takes(later(10), later(40))).toBe('sent-answers');
    expect(takes(later(10), later(40.001))).toBe('saved-answers');
    expect(takes(null, later(1e6))).toBe('sent-answers');
  });
});
