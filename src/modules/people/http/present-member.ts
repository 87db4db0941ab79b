import type { Actor } from '../../../platform/http/access.js';
import type { Member } from '../data/members.repository.js';
import { canRevokeRoles, canSuspend, grantableRoles } from '../policy.js';
import type { MemberView } from './member.dto.js';

export function presentMember(member: Member, actor: Actor): MemberView {
  const { personId, name, email, roles, joinedAt, suspendedAt } = member;
  return {
    personId,
    name,
    email,
    roles,
    joinedAt: joinedAt.toISOString(),
    suspendedAt: suspendedAt?.toISOString() ?? null,
    can: {
      grantRoles: grantableRoles(actor).filter((role) => !roles.includes(role)),
      revokeRoles: canRevokeRoles(actor).allowed,
      suspend: canSuspend(actor, personId).allowed,
    },
  };
}
