/** What an offering says about who gets in. `null` dates set no bound; `null` seats: as many as come. */
export interface Admission {
  enrollmentOpensAt: Date | null;
  enrollmentClosesAt: Date | null;
  endsAt: Date | null;
  seats: number | null;
  waitlist: boolean;
  /** `null`: as long as it gets. */
  waitlistLimit: number | null;
}

/** Read under a lock on the offering: two people must not count the same last seat. */
export interface SeatCounts {
  /** Enrollments that hold a seat (`holdsSeat`). */
  taken: number;
  waiting: number;
}

export type AdmissionRefusal =
  | { key: 'enrollment_not_open_yet'; opensAt: Date }
  | { key: 'enrollment_closed'; closedAt: Date }
  | { key: 'offering_ended'; endedAt: Date }
  | { key: 'no_seats_left'; seats: number }
  | { key: 'waitlist_full'; waiting: number };

export type Admitted =
  | { outcome: 'active' }
  /** `position` counts from 1. */
  | { outcome: 'waitlisted'; position: number }
  | { outcome: 'refused'; reason: AdmissionRefusal };

/** What happens to somebody who asks for a place now. Nobody overtakes those who wait, even while a seat is free for one of them. */
export function admit(offering: Admission, { taken, waiting }: SeatCounts, now: Date): Admitted {
  const reason = refusalByDate(offering, now);
  if (reason !== null) return { outcome: 'refused', reason };

  const { seats, waitlist, waitlistLimit } = offering;
  if (seats === null || (waiting === 0 && taken < seats)) return { outcome: 'active' };
  if (!waitlist) return { outcome: 'refused', reason: { key: 'no_seats_left', seats } };
  if (waitlistLimit !== null && waiting >= waitlistLimit) {
    return { outcome: 'refused', reason: { key: 'waitlist_full', waiting } };
  }
  return { outcome: 'waitlisted', position: waiting + 1 };
}

/** Dates are the first moment of their state: at `enrollmentClosesAt` it is closed. */
function refusalByDate({ enrollmentOpensAt, enrollmentClosesAt, endsAt }: Admission, now: Date): AdmissionRefusal | null {
  if (endsAt !== null && now >= endsAt) return { key: 'offering_ended', endedAt: endsAt };
  if (enrollmentClosesAt !== null && now >= enrollmentClosesAt) {
    return { key: 'enrollment_closed', closedAt: enrollmentClosesAt };
  }
  if (enrollmentOpensAt !== null && now < enrollmentOpensAt) {
    return { key: 'enrollment_not_open_yet', opensAt: enrollmentOpensAt };
  }
  return null;
}

export function freeSeats(seats: number | null, taken: number): number {
  return seats === null ? Number.POSITIVE_INFINITY : Math.max(0, seats - taken);
}

export interface Waiting {
  enrollmentId: string;
  waitingSince: Date;
}

/** Who moves up into the free seats: whoever has waited longest, by id where two came at once. */
export function promote<Person extends Waiting>(waitlist: readonly Person[], seatsFree: number): Person[] {
  return inTurn(waitlist).slice(0, Math.max(0, seatsFree));
}

/** The place in the queue, counting from 1; `null` for somebody who does not wait. */
export function waitlistPosition(waitlist: readonly Waiting[], enrollmentId: string): number | null {
  const index = inTurn(waitlist).findIndex((waiting) => waiting.enrollmentId === enrollmentId);
  return index < 0 ? null : index + 1;
}

function inTurn<Person extends Waiting>(waitlist: readonly Person[]): Person[] {
  return waitlist.toSorted(
    (a, b) => a.waitingSince.getTime() - b.waitingSince.getTime() || (a.enrollmentId < b.enrollmentId ? -1 : 1),
  );
}
