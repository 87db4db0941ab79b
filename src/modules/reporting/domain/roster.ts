import type { EnrollmentState } from '../../enrollment/domain/enrollment-state.js';
import type { GroupedLearner } from './overview.js';
import type { Risk } from './learner-risk.js';

/** `name`: by the whole name in lower case, the first name first. */
export const ROSTER_SORTS = ['newest', 'oldest', 'name'] as const;
export type RosterSort = (typeof ROSTER_SORTS)[number];

export interface RosterFilter {
  microCredentialId?: string | undefined;
  offeringId?: string | undefined;
  state?: EnrollmentState | undefined;
  /** Only who may need a word now. */
  atRisk?: boolean | undefined;
  /** Beginnings of words of the name, or of the address. */
  q?: string | undefined;
  /** Places given at `from` or later, and before `until`. */
  from?: Date | undefined;
  until?: Date | undefined;
  /** These alone. */
  enrollmentIds?: readonly string[] | undefined;
}

/** One place, with whose it is and where. */
export interface RosterRow extends GroupedLearner {
  /** The title of the edition that the learner is on. */
  microCredential: string;
  /** What `name` sorts by; null in other orders. */
  sortName: string | null;
}

export type JudgedRosterRow = RosterRow & { risk: Risk | null };

/** The place after which a page begins: what is sorted by, and the enrolment. */
export interface RosterKey {
  value: string;
  id: string;
}

/** Whoever counts to more says “more than”. */
export const MOST_COUNTED = 100_000;

/** How many an act may be about. */
export const MOST_IN_ACT = 20_000;

const MOST_WORDS = 5;

/** The beginnings that all have to be found; a person writes few, and each costs a look. */
export function wordsOf(q: string | undefined): string[] {
  return (q ?? '')
    .split(/[\s,;()"]+/)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
}
