import type { CorrectionRequest } from '../data/correction-requests.repository.js';
import type { CorrectionRequestView } from './correction.dto.js';

export function presentCorrection(request: CorrectionRequest): CorrectionRequestView {
  const { id, credentialId, requestedBy, name, reason, requestedAt, state, note, decidedAt } = request;
  return {
    id,
    credentialId,
    requestedBy,
    name,
    reason,
    requestedAt: requestedAt.toISOString(),
    state,
    note,
    decidedAt: decidedAt?.toISOString() ?? null,
  };
}
