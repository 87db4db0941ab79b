import type { EnrollmentState } from '../../enrollment/domain/enrollment-state.js';
import type { Lateness } from '../../enrollment/domain/late-policy.js';
import type { Verdict } from './verdict-rules.js';

/** An attempt at the project that was handed in. */
export interface ProjectAttempt {
  /** Released to the learner; `null` while it is being graded. */
  verdict: Verdict | null;
  withdrawnAt: Date | null;
  /** When an assessor first claimed it; `null` while nobody has. */
  gradingStartedAt: Date | null;
}

export type SubmitRefusal =
  | { key: 'enrollment_not_active'; state: EnrollmentState }
  | { key: 'project_locked' }
  | { key: 'already_passed' }
  | { key: 'attempt_failed' }
  | { key: 'attempt_pending' }
  | { key: 'no_attempts_left'; attemptLimit: number }
  | { key: 'deadline_passed'; secondsLate: number };

export interface SubmitCase {
  enrollment: EnrollmentState;
  /** Whether the sequence has unlocked the project. */
  projectOpen: boolean;
  /** `null`: as often as the work is returned. */
  attemptLimit: number | null;
  /** Oldest first. */
  earlier: readonly ProjectAttempt[];
  lateness: Lateness;
}

/** Why work may not be submitted now; an empty list means that it may. After the first attempt only a returned one opens the next. */
export function submitRefusals({ enrollment, projectOpen, attemptLimit, earlier, lateness }: SubmitCase): SubmitRefusal[] {
  const counted = earlier.filter(({ withdrawnAt }) => withdrawnAt === null);
  const has = (verdict: Verdict | null) => counted.some((attempt) => attempt.verdict === verdict);
  const refusals: SubmitRefusal[] = [];
  if (enrollment !== 'active') refusals.push({ key: 'enrollment_not_active', state: enrollment });
  if (!projectOpen) refusals.push({ key: 'project_locked' });
  if (has('passed')) refusals.push({ key: 'already_passed' });
  if (has('failed')) refusals.push({ key: 'attempt_failed' });
  if (has(null)) refusals.push({ key: 'attempt_pending' });
  if (attemptsLeft(attemptLimit, earlier) === 0) {
    refusals.push({ key: 'no_attempts_left', attemptLimit: attemptLimit ?? 0 });
  }
  if (lateness.status === 'refused') refusals.push({ key: 'deadline_passed', secondsLate: lateness.secondsLate });
  return refusals;
}

/** Attempts still to come, zero or more; `null` without a limit. What was withdrawn before anybody looked at it does not count. */
export function attemptsLeft(attemptLimit: number | null, earlier: readonly ProjectAttempt[]): number | null {
  if (attemptLimit === null) return null;
  return Math.max(0, attemptLimit - earlier.filter(({ withdrawnAt }) => withdrawnAt === null).length);
}

export type WithdrawRefusal = { key: 'already_withdrawn' } | { key: 'already_graded' } | { key: 'grading_started'; at: Date };

/** Why an attempt may not be withdrawn; `null`: it may, until an assessor has claimed it. */
export function withdrawRefusal({ verdict, withdrawnAt, gradingStartedAt }: ProjectAttempt): WithdrawRefusal | null {
  if (withdrawnAt !== null) return { key: 'already_withdrawn' };
  if (verdict !== null) return { key: 'already_graded' };
  return gradingStartedAt === null ? null : { key: 'grading_started', at: gradingStartedAt };
}
