/** Answers that were on their way when the time ran out still count. */
export const SUBMIT_GRACE_SECONDS = 30;

export interface EarlierAttempt {
  submittedAt: Date | null;
  /** `null`: no time limit. */
  deadline: Date | null;
}

export type StartRefusal = { key: 'attempt_in_progress' } | { key: 'no_attempts_left'; attemptLimit: number };

/**
 * Whether another attempt may start. An attempt whose time is over holds nothing up but counts, as each that was started does;
 * passing does not end practice.
 */
export function mayStartAttempt(
  attemptLimit: number | null,
  earlier: readonly EarlierAttempt[],
  now: Date,
): { allowed: true } | { allowed: false; reason: StartRefusal } {
  if (earlier.some((attempt) => isRunning(attempt, now))) {
    return { allowed: false, reason: { key: 'attempt_in_progress' } };
  }
  if (attemptLimit !== null && earlier.length >= attemptLimit) {
    return { allowed: false, reason: { key: 'no_attempts_left', attemptLimit } };
  }
  return { allowed: true };
}

export function isRunning({ submittedAt, deadline }: EarlierAttempt, now: Date): boolean {
  return submittedAt === null && takes(deadline, now) === 'sent-answers';
}

/** When an attempt's time is over. `timeFactor` is the learner's standing accommodation (1.5: half as much again), never less than 1. */
export function attemptDeadline(startedAt: Date, timeLimitSeconds: number | null, timeFactor: number): Date | null {
  if (timeLimitSeconds === null) return null;
  return new Date(startedAt.getTime() + timeLimitSeconds * Math.max(1, timeFactor) * 1000);
}

/** Whole seconds left, zero when over, `null` without a limit. What the learner sees: the grace is not told. */
export function secondsLeft(deadline: Date | null, now: Date): number | null {
  return deadline === null ? null : Math.max(0, Math.floor((deadline.getTime() - now.getTime()) / 1000));
}

/** Which answers count when an attempt is handed in now: those sent, or, after time and grace, those saved on the way. */
export function takes(deadline: Date | null, now: Date): 'sent-answers' | 'saved-answers' {
  if (deadline === null) return 'sent-answers';
  return now.getTime() <= deadline.getTime() + SUBMIT_GRACE_SECONDS * 1000 ? 'sent-answers' : 'saved-answers';
}
