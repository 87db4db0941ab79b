import { describe, expect, it } from '@jest/globals';
import { attemptsLeft, submitRefusals, withdrawRefusal, type ProjectAttempt, type SubmitCase } from './attempt-rules.js';
import type { Verdict } from './verdict-rules.js';

const NOON = new Date('2026-09-07T12:00:00Z');
const attempt = (verdict: Verdict | null, more: Partial<ProjectAttempt> = {}): ProjectAttempt => ({
  verdict,
  withdrawnAt: null,
  gradingStartedAt: verdict === null ? null : NOON,
  ...more,
});
const onTime = { status: 'on-time' as const, secondsLate: 0, penaltyPercent: 0 };
const keys = (more: Partial<SubmitCase>) =>
  submitRefusals({ enrollment: 'active', projectOpen: true, attemptLimit: null, earlier: [], lateness: onTime, ...more }).map(
    ({ key }) => key,
  );

describe('submitting the project', () => {
  it('is open to Ada once the sequence has unlocked it', () => {
    expect(keys({})).toEqual([]);
    expect(keys({ projectOpen: false })).toEqual(['project_locked']);
  });

  it('goes on after a returned attempt, however often', () => {
    expect(keys({ earlier: [attempt('returned'), attempt('returned')] })).toEqual([]);
  });

  it('waits while an attempt is being graded', () => {
    expect(keys({ earlier: [attempt('returned'), attempt(null)] })).toEqual(['attempt_pending']);
  });

  it('ends with a pass or a failure', () => {
    expect(keys({ earlier: [attempt('passed')] })).toEqual(['already_passed']);
    expect(keys({ earlier: [attempt('returned'), attempt('failed')] })).toEqual(['attempt_failed']);
  });

  it('keeps the limit, not counting what was withdrawn', () => {
    const withdrawn = attempt(null, { withdrawnAt: NOON });
    expect(keys({ attemptLimit: 2, earlier: [withdrawn, attempt('returned')] })).toEqual([]);
    expect(keys({ attemptLimit: 2, earlier: [attempt('returned'), attempt('returned')] })).toEqual(['no_attempts_left']);
    expect(attemptsLeft(2, [withdrawn, attempt('returned')])).toBe(1);
    expect(attemptsLeft(1, [attempt('returned'), attempt('returned')])).toBe(0);
    expect(attemptsLeft(null, [attempt('returned')])).toBeNull();
  });

  it('may be late but not refused, and needs an active enrollment', () => {
    expect(keys({ lateness: { status: 'late', secondsLate: 99, penaltyPercent: 10 } })).toEqual([]);
    const refused = { status: 'refused' as const, secondsLate: 99, penaltyPercent: 100 };
    expect(keys({ lateness: refused, enrollment: 'expired' })).toEqual(['enrollment_not_active', 'deadline_passed']);
  });
});

describe('withdrawing an attempt', () => {
  it('is possible until an assessor has claimed it', () => {
    expect(withdrawRefusal(attempt(null))).toBeNull();
    expect(withdrawRefusal(attempt(null, { gradingStartedAt: NOON }))).toEqual({ key: 'grading_started', at: NOON });
    expect(withdrawRefusal(attempt('returned'))).toEqual({ key: 'already_graded' });
    expect(withdrawRefusal(attempt(null, { withdrawnAt: NOON }))).toEqual({ key: 'already_withdrawn' });
  });
});
