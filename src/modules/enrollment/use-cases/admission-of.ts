import type { Actor } from '../../../platform/http/access.js';
import type { Offering } from '../data/offering.entity.js';
import type { Admission } from '../domain/seats.js';
import { mayManageOfferings } from '../policy.js';

/** What an offering says about who gets in; the office is not bound by the dates of enrolment. */
export function admissionOf(actor: Actor, { enrollFrom, enrollUntil, endsAt, seats, waitlist }: Offering): Admission {
  const bound = !mayManageOfferings(actor);
  return {
    enrollmentOpensAt: bound ? enrollFrom : null,
    enrollmentClosesAt: bound ? enrollUntil : null,
    endsAt,
    seats,
    waitlist,
    waitlistLimit: null,
  };
}
