import { describe, expect, it } from '@jest/globals';
import { MEMBER_ROLES, type Role } from '../../platform/http/access.js';
import { canGrant, canRevokeInvitation, canRevokeRoles, canSuspend, grantableRoles } from './policy.js';

const as = (...roles: Role[]) => ({ personId: 'amara', roles: new Set(roles) });

describe('Who may change memberships', () => {
  it('lets an administrator give every role and the office that of a learner', () => {
    expect(grantableRoles(as('admin'))).toEqual(MEMBER_ROLES);
    expect(grantableRoles(as('office', 'instructor'))).toEqual(['learner']);
    expect(grantableRoles(as('instructor', 'assessor', 'learner'))).toEqual([]);
  });

  it('says which roles go too far', () => {
    expect(canGrant(as('office'), ['learner', 'admin'])).toEqual({
      allowed: false,
      key: 'not_an_administrator',
      reason: 'Only an administrator gives the role admin.',
    });
    expect(canRevokeInvitation(as('office'), ['assessor']).allowed).toBe(false);
    expect(canRevokeInvitation(as('office'), ['learner']).allowed).toBe(true);
  });

  it('lets administrators alone take roles and suspend, and nobody themselves', () => {
    expect(canRevokeRoles(as('office')).allowed).toBe(false);
    expect(canRevokeRoles(as('admin')).allowed).toBe(true);
    expect(canSuspend(as('office'), 'lea').allowed).toBe(false);
    expect(canSuspend(as('admin'), 'lea').allowed).toBe(true);
    expect(canSuspend(as('admin'), 'amara').allowed).toBe(false);
  });
});
