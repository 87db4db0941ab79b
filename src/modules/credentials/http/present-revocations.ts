import type { RevocationProgress, RevocationRow } from '../data/revocation-batches.repository.js';
import type { RevocationRowView, RevocationsView } from './revocation.dto.js';

export function presentRevocations(batch: RevocationProgress): RevocationsView {
  const { id, reason, total, revoked, wasRevoked, requestedBy, requestedAt, takesEffectAt, finishedAt } = batch;
  return {
    id,
    state: stateOf(batch),
    reason,
    total,
    counts: { waiting: total - revoked - wasRevoked, revoked, wasRevoked },
    requestedBy,
    requestedAt: requestedAt.toISOString(),
    takesEffectAt: takesEffectAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

export function presentRevocationRow({ credentialId, outcome }: RevocationRow): RevocationRowView {
  return { credentialId, outcome };
}

function stateOf({ cancelledAt, finishedAt, startedAt }: RevocationProgress): RevocationsView['state'] {
  if (cancelledAt) return 'cancelled';
  if (finishedAt) return 'finished';
  return startedAt ? 'running' : 'waiting';
}
