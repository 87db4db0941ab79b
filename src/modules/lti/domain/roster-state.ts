import type { RosterProblem } from './roster-problem.js';

export const ROSTER_STATES = [
  // The platform does not say who is in the course.
  'not_offered',
  // Nothing of ours is shown there yet.
  'not_needed',
  // An administrator switched it off.
  'off',
  'reading',
  // The last reading failed, or waits for somebody.
  'failed',
  'read',
  'never_read',
] as const;

export type RosterState = (typeof ROSTER_STATES)[number];

export interface RosterFacts {
  isOffered: boolean;
  /** Micro-credentials that the course shows. */
  shown: number;
  isOn: boolean;
  askedAt: Date | null;
  answeredAt: Date | null;
  readAt: Date | null;
  problem: RosterProblem | null;
}

/** What is the matter with the roster of a course: the first thing that holds. */
export function rosterState({ isOffered, shown, isOn, askedAt, answeredAt, readAt, problem }: RosterFacts): RosterState {
  if (!isOffered) return 'not_offered';
  if (shown === 0) return 'not_needed';
  if (!isOn) return 'off';
  // Also while the next attempt waits.
  if (problem) return 'failed';
  if (askedAt && (!answeredAt || askedAt > answeredAt)) return 'reading';
  return readAt ? 'read' : 'never_read';
}
