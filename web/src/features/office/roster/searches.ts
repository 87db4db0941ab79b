import type { EnrollmentState } from '../queries';
import { isDay, isId } from '../../../app/in-address';

// What the address of the roster may say. Whatever else stands there is left out.

export const PLACE_STATES: readonly EnrollmentState[] = ['active', 'completed', 'waitlisted', 'withdrawn', 'expired', 'invited'];
export const ROSTER_SORTS = ['newest', 'oldest', 'name'] as const;
export type RosterSort = (typeof ROSTER_SORTS)[number];

export interface RosterSearch {
  q?: string;
  microCredentialId?: string;
  offeringId?: string;
  state?: EnrollmentState;
  atRisk?: true;
  /** Days, as `2026-03-01`; both included. */
  from?: string;
  until?: string;
  sort?: RosterSort;
}

export function readRosterSearch(given: Record<string, unknown>): RosterSearch {
  const { q, microCredentialId, offeringId, atRisk, from, until } = given;
  const state = PLACE_STATES.find((one) => one === given['state']);
  const sort = ROSTER_SORTS.find((one) => one === given['sort']);
  // The router reads a number where only digits stand.
  const words = typeof q === 'number' ? String(q) : q;
  return {
    ...(typeof words === 'string' && words.trim() !== '' && { q: words.slice(0, 200) }),
    ...(isId(microCredentialId) && { microCredentialId }),
    ...(isId(offeringId) && { offeringId }),
    ...(state && { state }),
    ...(atRisk === true && { atRisk }),
    ...(isDay(from) && { from }),
    ...(isDay(until) && { until }),
    ...(sort && sort !== 'newest' && { sort }),
  };
}
