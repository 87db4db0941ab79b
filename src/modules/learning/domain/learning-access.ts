import type { EnrollmentState } from '../../enrollment/domain/enrollment-state.js';

export type { EnrollmentState };

/** What an enrolment lets its learner do with the courses. */
export interface LearningAccess {
  read: boolean;
  write: boolean;
}

const ACCESS: Readonly<Record<EnrollmentState, LearningAccess>> = {
  invited: { read: false, write: false },
  waitlisted: { read: false, write: false },
  active: { read: true, write: true },
  // Completed means that the project was passed: courses may stand after it, and going on learning harms nobody.
  completed: { read: true, write: true },
  withdrawn: { read: false, write: false },
  expired: { read: false, write: false },
};

export function learningAccess(state: EnrollmentState): LearningAccess {
  return ACCESS[state];
}

/** Facts may be told as long as they can have happened: a device that was offline tells after the end what was done before it. */
export function mayTellFacts(state: EnrollmentState): boolean {
  return state === 'active' || state === 'completed' || state === 'expired';
}

const WORDS: Readonly<Record<EnrollmentState, string>> = {
  invited: 'The invitation has not been accepted yet.',
  waitlisted: 'There is no free seat yet: the place is on the waitlist.',
  active: 'The place is active.',
  completed: 'The micro-credential is completed.',
  withdrawn: 'The place was given back.',
  expired: 'The time of the offering is over.',
};

/** Why nothing more can be done, in one English sentence. */
export function accessWords(state: EnrollmentState): string {
  return WORDS[state];
}
