import type { AdmissionRefusal } from '../domain/seats.js';

const WORDS: { [Key in AdmissionRefusal['key']]: (reason: Extract<AdmissionRefusal, { key: Key }>) => string } = {
  enrollment_not_open_yet: ({ opensAt }) => `Enrolment opens on ${opensAt.toISOString()}.`,
  enrollment_closed: ({ closedAt }) => `Enrolment closed on ${closedAt.toISOString()}.`,
  offering_ended: ({ endedAt }) => `The offering ended on ${endedAt.toISOString()}.`,
  no_seats_left: ({ seats }) => `All ${seats} seats are taken.`,
  waitlist_full: ({ waiting }) => `The waitlist is full: ${waiting} wait.`,
};

/** A refusal as a sentence; the key goes with it for other languages. */
export function explainRefusal<Key extends AdmissionRefusal['key']>(reason: Extract<AdmissionRefusal, { key: Key }>): string {
  return WORDS[reason.key](reason);
}
