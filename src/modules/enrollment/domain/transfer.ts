import type { ActReason } from './enrollment-act.js';
import { type EnrollmentState, holdsSeat } from './enrollment-state.js';
import { freeSeats, type SeatCounts } from './seats.js';

/** A place that is to go to another offering. */
export interface PlaceToMove {
  state: EnrollmentState;
  offeringId: string;
  editionId: string;
  /** The person has another place where it is to go. */
  hasPlaceThere: boolean;
  /** Work was handed in that is neither judged nor taken back: its assessors are those of the offering it was handed in to. */
  hasOpenWork: boolean;
}

export interface Destination {
  id: string;
  editionId: string;
  startsAt: Date;
  seats: number | null;
  endsAt: Date | null;
  cancelledAt: Date | null;
}

export function isOver({ endsAt, cancelledAt }: Pick<Destination, 'endsAt' | 'cancelledAt'>, now: Date): boolean {
  return cancelledAt !== null || (endsAt !== null && endsAt <= now);
}

/**
 * What keeps a place from going there. Progress and work hang on the place and go with it, so the edition must be the same. Nobody
 * overtakes those who wait there.
 */
export function refusalOfTransfer(
  place: PlaceToMove,
  destination: Destination,
  { taken, waiting }: SeatCounts,
  now: Date,
): ActReason | null {
  if (place.offeringId === destination.id) return 'same_offering';
  if (place.state !== 'active' && place.state !== 'waitlisted') return 'wrong_state';
  if (place.editionId !== destination.editionId) return 'other_edition';
  if (place.hasPlaceThere) return 'place_there';
  if (place.hasOpenWork) return 'work_waits';
  if (isOver(destination, now)) return 'offering_over';
  return freeSeats(destination.seats, taken) <= waiting ? 'no_seat' : null;
}

/** As `refusalOfTransfer`, one after the other: each takes a seat from those after it, and nobody gets two. */
export function refusalsOfTransfer(
  places: readonly (PlaceToMove & { personId: string })[],
  destination: Destination,
  counts: SeatCounts,
  now: Date,
): (ActReason | null)[] {
  const moved = new Set<string>();
  return places.map((place) => {
    const hasPlaceThere = place.hasPlaceThere || moved.has(place.personId);
    const seats = { ...counts, taken: counts.taken + moved.size };
    const refusal = refusalOfTransfer({ ...place, hasPlaceThere }, destination, seats, now);
    if (refusal === null) moved.add(place.personId);
    return refusal;
  });
}

/** When the time of somebody begins who goes there: what has begun goes on, unless the offering begins later. */
export function startAfterTransfer(startedAt: Date | null, { startsAt }: Pick<Destination, 'startsAt'>, now: Date): Date {
  const begun = startedAt ?? now;
  return begun > startsAt ? begun : startsAt;
}

export interface MovedPlace {
  state: EnrollmentState;
  offeringId: string;
  earlierState: EnrollmentState;
  /** Where it was moved to. */
  toOfferingId: string;
  /** Work was handed in there since. */
  hasWorkThere: boolean;
  /** The person has another place where it came from. */
  hasOtherPlace: boolean;
  /** Where it came from. */
  home: Pick<Destination, 'seats' | 'endsAt' | 'cancelledAt'>;
}

/** Whether a place goes back to where it came from. A seat that somebody else sits on by now stays theirs. */
export function refusalOfReturn(place: MovedPlace, { taken }: SeatCounts, now: Date): ActReason | null {
  const { state, offeringId, toOfferingId, earlierState, hasWorkThere, hasOtherPlace, home } = place;
  if (state !== 'active' || offeringId !== toOfferingId || hasWorkThere) return 'changed_since';
  if (hasOtherPlace) return 'other_place';
  if (isOver(home, now)) return 'offering_over';
  return holdsSeat(earlierState) && freeSeats(home.seats, taken) === 0 ? 'no_seat' : null;
}
