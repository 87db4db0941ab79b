import { type Actor, MEMBER_ROLES, type Role } from '../../platform/http/access.js';

/** `key`: for other languages. */
export type Decision = { allowed: true } | { allowed: false; key: 'not_an_administrator' | 'own_membership'; reason: string };

const ALLOWED: Decision = { allowed: true };
const OFFICE_GRANTS: readonly Role[] = ['learner'];

function refuse(reason: string, key: 'not_an_administrator' | 'own_membership' = 'not_an_administrator'): Decision {
  return { allowed: false, key, reason };
}

/** Roles that the actor may give: an administrator all, the office those who learn. */
export function grantableRoles({ roles }: Pick<Actor, 'roles'>): readonly Role[] {
  if (roles.has('admin')) return MEMBER_ROLES;
  return roles.has('office') ? OFFICE_GRANTS : [];
}

export function canGrant(actor: Pick<Actor, 'roles'>, wished: readonly Role[]): Decision {
  const grantable = grantableRoles(actor);
  const beyond = wished.filter((role) => !grantable.includes(role));
  return beyond.length === 0 ? ALLOWED : refuse(`Only an administrator gives the role ${beyond.join(' or ')}.`);
}

export function canRevokeRoles({ roles }: Pick<Actor, 'roles'>): Decision {
  return roles.has('admin') ? ALLOWED : refuse('Only an administrator takes roles away.');
}

export function canSuspend({ roles, personId }: Pick<Actor, 'roles' | 'personId'>, memberId: string): Decision {
  if (!roles.has('admin')) return refuse('Only an administrator suspends members.');
  return personId === memberId
    ? refuse('Another administrator has to do this: you would lock yourself out.', 'own_membership')
    : ALLOWED;
}

/** The invitation promises roles, so who takes it back must be able to give them. */
export function canRevokeInvitation(actor: Pick<Actor, 'roles'>, promised: readonly Role[]): Decision {
  return canGrant(actor, promised);
}
