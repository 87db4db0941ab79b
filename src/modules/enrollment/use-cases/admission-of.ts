import type { Offering } from '../data/offering.entity.js';
import type { Admission } from '../domain/seats.js';

/** What an offering says about who gets in; the office is not bound by the dates of enrolment. */
export function admissionOf(
  { isOffice }: { isOffice: boolean },
  { enrollFrom, enrollUntil, endsAt, seats, waitlist }: Offering,
): Admission {
  const bound = !isOffice;
  return {
    enrollmentOpensAt: bound ? enrollFrom : null,
    enrollmentClosesAt: bound ? enrollUntil : null,
    endsAt,
    seats,
    waitlist,
    waitlistLimit: null,
  };
}
