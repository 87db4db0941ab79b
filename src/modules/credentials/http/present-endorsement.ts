import type { ReceivedEndorsement } from '../data/received-endorsement.entity.js';
import type { KnownEndorsement } from '../use-cases/endorsing/read-endorsements.js';
import type { GivenEndorsementView, ReceivedEndorsementView } from './endorsement.dto.js';

export function presentGivenEndorsement(given: KnownEndorsement): GivenEndorsementView {
  const { id, subject, comment, signed, withdrawnAt, givenAt, validUntil } = given;
  const { id: url } = JSON.parse(given.document) as { id: string };
  const state = withdrawnAt ? 'withdrawn' : signed === null ? 'signing' : 'given';
  return { id, url, subject, comment, state, givenAt: givenAt.toISOString(), validUntil: validUntil.toISOString() };
}

export function presentReceivedEndorsement(received: ReceivedEndorsement): ReceivedEndorsementView {
  const { id, subject, endorser, endorserName, comment, decision, receivedAt, validUntil } = received;
  return {
    id,
    subject,
    endorser,
    endorserName,
    comment,
    state: decision ?? 'undecided',
    receivedAt: receivedAt.toISOString(),
    validUntil: validUntil?.toISOString() ?? null,
  };
}
