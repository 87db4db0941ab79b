import type { Role } from '../../../platform/http/access.js';
import type { MemberPlace } from '../data/members.repository.js';
import type { Person } from '../data/person.entity.js';
import type { Session } from '../data/session.entity.js';
import type { Account } from '../use-cases/read-account.js';
import type { CurrentSessionView, InstitutionBriefView, MembershipView, OwnSessionView, PersonView } from './account.dto.js';

export function presentPerson({ id, name, email, locale, timeZone, operator, passwordHash }: Person): PersonView {
  return { id, name, email, locale, timeZone, operator, hasPassword: passwordHash !== null };
}

/**
 * Who came by an LMS is told of the one institution and the roles that it vouches for, and not the address of the account: whoever runs the
 * LMS can open it as anybody.
 */
export function presentCurrentSession(
  { person, memberships, acting }: Account,
  byLms: readonly Role[] | null = null,
): CurrentSessionView {
  return {
    person: byLms ? { ...presentPerson(person), email: null } : presentPerson(person),
    institution: acting && presentInstitutionBrief(acting.institution),
    roles: byLms ? [...byLms] : (acting?.roles ?? []),
    byLms: byLms !== null,
    memberships: (byLms ? memberships.filter((one) => one === acting) : memberships).map(presentMembership),
  };
}

export function presentInstitutionBrief({ id, slug, name }: InstitutionBriefView): InstitutionBriefView {
  return { id, slug, name };
}

export function presentOwnSession(session: Session, currentId: string | null): OwnSessionView {
  const { id, userAgent, createdAt, lastSeenAt, expiresAt } = session;
  return {
    id,
    current: id === currentId,
    userAgent,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}

function presentMembership({ institution, roles, suspendedAt }: MemberPlace): MembershipView {
  return { institution: presentInstitutionBrief(institution), roles, suspendedAt: suspendedAt?.toISOString() ?? null };
}
