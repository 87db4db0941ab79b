import type { Completion } from '../domain/completion.js';
import type { CompletionCredentialView, CompletionView } from './completion.dto.js';

export function presentCompletion(completion: Completion): CompletionView {
  const { enrollmentId, completedAt, verdictAt, hours, ects, ceu, withoutCredential } = completion;
  return {
    enrollmentId,
    person: { id: completion.personId, name: completion.name, email: completion.email },
    edition: { id: completion.editionId, number: completion.editionNumber, title: completion.microCredential },
    offering: { id: completion.offeringId, title: completion.offering },
    completedAt: completedAt.toISOString(),
    verdictAt: verdictAt.toISOString(),
    workload: { hours, ects, ceu },
    credential: presentCredential(completion),
    withoutCredential,
  };
}

function presentCredential({
  credentialId: id,
  credentialUrl: url,
  credentialState: state,
}: Completion): CompletionCredentialView | null {
  return id !== null && url !== null && state !== null ? { id, url, state } : null;
}
