export const ENROLLMENT_STATES = ['invited', 'waitlisted', 'active', 'completed', 'withdrawn', 'expired'] as const;
export type EnrollmentState = (typeof ENROLLMENT_STATES)[number];

/** Where an enrollment may go from each state. Every change of state goes through `moveEnrollment`. */
export const ENROLLMENT_MOVES: Readonly<Record<EnrollmentState, readonly EnrollmentState[]>> = {
  invited: ['active', 'waitlisted', 'withdrawn', 'expired'],
  waitlisted: ['invited', 'active', 'withdrawn', 'expired'],
  active: ['completed', 'withdrawn', 'expired'],
  // Earned is earned. Only a correction that takes the pass back goes on, so that the learner can hand in again.
  completed: ['active'],
  // Who comes back goes through admission again.
  withdrawn: ['active', 'waitlisted', 'invited'],
  // Work submitted in time may pass after the time is over; an extension or a new invitation reopens.
  expired: ['completed', 'active', 'invited'],
};

/** Seats that are taken: an invitation is a promise, and a completed place in a run was used. */
const HOLDS_SEAT: Readonly<Record<EnrollmentState, boolean>> = {
  invited: true,
  waitlisted: false,
  active: true,
  completed: true,
  withdrawn: false,
  expired: false,
};

export const SEAT_HOLDING_STATES: readonly EnrollmentState[] = ENROLLMENT_STATES.filter(holdsSeat);

export function holdsSeat(state: EnrollmentState): boolean {
  return HOLDS_SEAT[state];
}

export type EnrollmentMove =
  | { allowed: true }
  | { allowed: false; reason: { key: 'enrollment_already_there'; state: EnrollmentState } }
  | { allowed: false; reason: { key: 'enrollment_cannot_move'; from: EnrollmentState; to: EnrollmentState } };

export function moveEnrollment(from: EnrollmentState, to: EnrollmentState): EnrollmentMove {
  if (from === to) return { allowed: false, reason: { key: 'enrollment_already_there', state: to } };
  if (ENROLLMENT_MOVES[from].includes(to)) return { allowed: true };
  return { allowed: false, reason: { key: 'enrollment_cannot_move', from, to } };
}
