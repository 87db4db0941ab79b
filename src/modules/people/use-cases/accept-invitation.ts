import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { Problem } from '../../../platform/http/problem.js';
import { hashOf } from '../../../platform/secrets.js';
import { InstitutionsRepository } from '../../institutions/index.js';
import type { Invitation } from '../data/invitation.entity.js';
import { InvitationsRepository } from '../data/invitations.repository.js';
import { type Member, MembersRepository } from '../data/members.repository.js';
import { PeopleRepository } from '../data/people.repository.js';
import type { Person } from '../data/person.entity.js';
import { invitationState } from '../domain/invitation-state.js';
import { canGrant } from '../policy.js';
import { memberSuspended } from '../problems.js';
import { GrantRoles } from './grant-roles.js';
import { newPerson } from './new-person.js';
import { type OpenedSession, OpenSession } from './open-session.js';
import { type Acceptance, type Invited, ProveInvited } from './prove-invited.js';
import { refusedInvitation } from './refused-invitation.js';

export interface AcceptedInvitation {
  member: Member;
  /** A new session at the institution. */
  opened: OpenedSession;
}

const SCOPE = system('who is invited belongs nowhere yet');
const MOST_TRIES = 3;

/** Takes an invitation: person, membership and roles at once. Doing it twice is doing it once. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly invitations: InvitationsRepository,
    private readonly people: PeopleRepository,
    private readonly members: MembersRepository,
    private readonly institutions: InstitutionsRepository,
    private readonly proveInvited: ProveInvited,
    private readonly grantRoles: GrantRoles,
    private readonly openSession: OpenSession,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(acceptance: Acceptance): Promise<AcceptedInvitation> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const { invitation, person } = await this.work.run(SCOPE, (tx) => this.look(tx, acceptance.token));
      const invited = await this.proveInvited.run(invitation, person, acceptance);
      const accepted = await this.work.run(SCOPE, (tx) => this.accept(tx, acceptance, invited));
      // The other click of a double click made the person meanwhile: prove again, now as them.
      if (accepted) return accepted;
    }
    throw refusedInvitation();
  }

  private async look(tx: Tx, token: string): Promise<{ invitation: Invitation; person: Person | null }> {
    const invitation = await this.invitations.findByToken(tx, hashOf(token));
    if (!invitation) throw refusedInvitation();
    const person = await this.people.findByEmailAnywhere(tx, invitation.email);
    this.refuseUnusable(invitation, person?.id ?? null);
    return { invitation, person };
  }

  /** `null` when who has the address is not who it was. */
  private async accept(tx: Tx, acceptance: Acceptance, invited: Invited): Promise<AcceptedInvitation | null> {
    const invitation = await this.invitations.findByTokenForChange(tx, hashOf(acceptance.token));
    if (!invitation) throw refusedInvitation();
    const personId = await this.personOf(tx, invitation, invited);
    if (!personId) return null;
    this.refuseUnusable(invitation, personId);
    const member = invitation.acceptedAt
      ? await this.members.find(tx, invitation.institutionId, personId)
      : await this.join(tx, invitation, personId);
    if (!member) throw refusedInvitation();
    if (member.suspendedAt) throw new Problem(memberSuspended, { detail: 'Ask the institution to reinstate you.' });
    const opened = await this.openSession.in(tx, {
      personId,
      visitor: acceptance.visitor,
      replaces: acceptance.session?.sessionId ?? null,
      institutionId: invitation.institutionId,
    });
    return { member, opened };
  }

  private async personOf(tx: Tx, invitation: Invitation, invited: Invited): Promise<string | null> {
    if (invited.known) {
      const holder = await this.people.findByEmailAnywhere(tx, invitation.email);
      return holder?.id === invited.personId ? holder.id : null;
    }
    const { name, passwordHash } = invited;
    const home = await this.institutions.find(tx, invitation.institutionId);
    const begins = home ? { locale: home.language, timeZone: home.timeZone } : {};
    const newcomer = newPerson({ name, email: invitation.email, passwordHash, ...begins }, this.clock.now());
    const { added } = await this.people.addOrFind(tx, newcomer);
    return added ? newcomer.id : null;
  }

  private async join(tx: Tx, invitation: Invitation, personId: string): Promise<Member> {
    const { id, institutionId, roles, invitedBy } = invitation;
    const inviter = await this.members.find(tx, institutionId, invitedBy);
    // Who may not give these roles any more cannot have them given by a link either.
    if (!inviter || inviter.suspendedAt || !canGrant({ roles: new Set(inviter.roles) }, roles).allowed) throw refusedInvitation();
    const { member } = await this.grantRoles.in(tx, institutionId, personId, roles, invitedBy);
    const now = this.clock.now();
    await this.invitations.save(tx, id, { acceptedAt: now, acceptedBy: personId });
    await recordEvent(tx, {
      institutionId,
      type: 'invitation.accepted',
      actorId: personId,
      subject: { type: 'invitation', id },
      particulars: { personId },
      occurredAt: now,
    });
    return member;
  }

  private refuseUnusable(invitation: Invitation, personId: string | null): void {
    const state = invitationState(invitation, this.clock.now());
    if (state === 'revoked' || state === 'expired') throw refusedInvitation();
    if (state === 'accepted' && invitation.acceptedBy !== personId) throw refusedInvitation();
  }
}
