import type { Actor } from '../../../platform/http/access.js';
import { canRevokeInvitation } from '../policy.js';
import type { AcceptedInvitation } from '../use-cases/accept-invitation.js';
import type { InvitationOffer, InvitationWithState } from '../use-cases/read-invitations.js';
import type { AcceptedInvitationView, InvitationOfferView, InvitationView } from './invitation.dto.js';
import { presentInstitutionBrief } from './present-account.js';

export function presentInvitation({ invitation, state }: InvitationWithState, actor: Actor): InvitationView {
  const { id, email, name, roles, invitedBy, createdAt, expiresAt, acceptedAt } = invitation;
  return {
    id,
    email,
    name,
    roles,
    state,
    invitedBy,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    acceptedAt: acceptedAt?.toISOString() ?? null,
    can: { revoke: state === 'open' && canRevokeInvitation(actor, roles).allowed },
  };
}

export function presentOffer({ invitation, state, institution, knownPersonId }: InvitationOffer): InvitationOfferView {
  const { email, name, roles, expiresAt } = invitation;
  return {
    institution: presentInstitutionBrief(institution),
    email,
    name,
    roles,
    accepted: state === 'accepted',
    hasAccount: knownPersonId !== null,
    expiresAt: expiresAt.toISOString(),
  };
}

export function presentAcceptance({ member }: AcceptedInvitation): AcceptedInvitationView {
  const { personId, institutionId, roles } = member;
  return { personId, institutionId, roles };
}
