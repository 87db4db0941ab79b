import { admit, type Admission, type AdmissionRefusal, type SeatCounts } from './seats.js';

/** Why somebody gets no place by themselves. */
export type PlaceRefusal =
  | AdmissionRefusal
  | { key: 'offering_cancelled' }
  | { key: 'office_enrolls' }
  | { key: 'not_a_learner' };

export interface PlaceWish {
  cancelled: boolean;
  /** Whether they may enrol themselves or anybody here. */
  mayEnroll: boolean;
  isLearner: boolean;
  admission: Admission;
}

/** What they would get by asking now; `position` counts from 1. */
export type PlaceOutlook =
  | { outcome: 'active' }
  | { outcome: 'waitlisted'; position: number }
  | { outcome: 'refused'; reason: PlaceRefusal };

/** What somebody without a place in an offering would get by asking for one: the first thing that stands in the way. */
export function placeOutlook(
  { cancelled, mayEnroll, isLearner, admission }: PlaceWish,
  counts: SeatCounts,
  now: Date,
): PlaceOutlook {
  if (cancelled) return { outcome: 'refused', reason: { key: 'offering_cancelled' } };
  if (!isLearner) return { outcome: 'refused', reason: { key: 'not_a_learner' } };
  if (!mayEnroll) return { outcome: 'refused', reason: { key: 'office_enrolls' } };
  return admit(admission, counts, now);
}
