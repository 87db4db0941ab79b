import { createHash } from 'node:crypto';
import type { Marking } from '../../catalog/domain/project.js';
import type { RubricScoring } from './rubric-scoring.js';

export type MarkerRefusal = { key: 'own_work' } | { key: 'already_first_marker' };

/** Whether somebody may mark an attempt: nobody their own work, nobody twice. `null`: they may. */
export function markerRefusal(
  markerId: string,
  learnerIds: readonly string[],
  firstMarkerId: string | null,
): MarkerRefusal | null {
  if (learnerIds.includes(markerId)) return { key: 'own_work' };
  return markerId === firstMarkerId ? { key: 'already_first_marker' } : null;
}

/**
 * Whether an attempt is in the sample that a second marker sees. Decided by its id alone, so it can be neither predicted by the
 * first marker nor changed by trying again; a larger share only adds attempts to the sample.
 */
export function needsSecondMarker(attemptId: string, { secondMarkerShare }: Pick<Marking, 'secondMarkerShare'>): boolean {
  return fractionOf(attemptId) < secondMarkerShare;
}

/** Spreads ids evenly over [0, 1), however alike they are. */
function fractionOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE() / 2 ** 32;
}

export interface Mark {
  markerId: string;
  scoring: Pick<RubricScoring, 'points' | 'passes'>;
  /** `null` while the marker is still at it. */
  submittedAt: Date | null;
}

/**
 * Blind: until everybody who is to mark the attempt (`markersNeeded`) is done, each sees their own mark alone, and who has not
 * begun sees none; then all see all.
 */
export function visibleMarks<Seen extends Mark>(marks: readonly Seen[], viewerId: string, markersNeeded: number): Seen[] {
  const done = marks.filter(({ submittedAt }) => submittedAt !== null).length;
  return marks.filter(({ markerId }) => done >= markersNeeded || markerId === viewerId);
}

export type Agreement =
  /** The same points and the same side of the pass line. */
  | { outcome: 'agreed'; points: number }
  /** Close enough: the first marker's ratings stand, so that points and ratings keep telling the same. */
  | { outcome: 'within-tolerance'; points: number; difference: number }
  /** The two must agree a result between them. */
  | { outcome: 'needs-agreement'; difference: number; because: 'verdicts-differ' | 'points-differ' };

/** What two marks of one attempt come to. One that passes and one that does not must always be talked about, however close. */
export function agreement(
  first: Mark['scoring'],
  second: Mark['scoring'],
  { tolerancePoints }: Pick<Marking, 'tolerancePoints'>,
): Agreement {
  const difference = Math.abs(first.points - second.points);
  if (first.passes !== second.passes) return { outcome: 'needs-agreement', difference, because: 'verdicts-differ' };
  // The slack forgives decimal points such as 0.1 + 0.2.
  if (difference <= 1e-9) return { outcome: 'agreed', points: first.points };
  if (difference <= tolerancePoints + 1e-9) return { outcome: 'within-tolerance', points: first.points, difference };
  return { outcome: 'needs-agreement', difference, because: 'points-differ' };
}
