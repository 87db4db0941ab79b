import type { Actor } from '../../../platform/http/access.js';
import { isOffice } from '../../enrollment/index.js';
import type { Credential } from '../data/credential.entity.js';
import { canTransition } from '../domain/credential-state.js';
import { isVouchedFor } from '../proof/outcomes.js';
import type { Verification } from '../proof/verify.js';
import type { CredentialView, VerificationView } from './credential.dto.js';

export function presentCredential(credential: Credential, actor: Actor): CredentialView {
  const { id, enrollmentId, editionId, personId, state, issuedAt } = credential;
  const { id: url, name } = JSON.parse(credential.signed) as { id: string; name: string };
  return {
    id,
    url,
    enrollmentId,
    editionId,
    personId,
    name,
    state,
    issuedAt: issuedAt.toISOString(),
    can: { revoke: isOffice(actor) && canTransition(state, 'revoked') },
  };
}

export function presentVerification(verification: Verification): VerificationView {
  const { verified, checks, format, provenFor, credential } = verification;
  return {
    verified,
    checks: checks.map(({ check, outcome, reason, detail }) => ({
      check,
      outcome,
      ...(reason ? { reason } : {}),
      ...(detail ? { detail } : {}),
    })),
    ...(format ? { format } : {}),
    ...(provenFor ? { provenFor } : {}),
    ...(credential && isVouchedFor(verification) ? { credential } : {}),
  };
}
