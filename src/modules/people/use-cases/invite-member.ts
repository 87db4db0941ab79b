import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor, Role } from '../../../platform/http/access.js';
import { type FieldError, Problem } from '../../../platform/http/problem.js';
import { newId } from '../../../platform/ids.js';
import { newSecret } from '../../../platform/secrets.js';
import type { Invitation } from '../data/invitation.entity.js';
import { InvitationsRepository } from '../data/invitations.repository.js';
import { MembersRepository } from '../data/members.repository.js';
import { PeopleRepository } from '../data/people.repository.js';
import { normaliseEmail } from '../domain/email.js';
import { invitationEnd } from '../domain/invitation-state.js';
import { cleanName } from '../domain/person-name.js';
import { canGrant } from '../policy.js';
import { alreadyMember, unfitDetails } from '../problems.js';
import { refuseUnless } from './refuse-unless.js';
import { SendLetter } from './send-letter.js';

export interface InvitationWish {
  email: string;
  name: string;
  roles: readonly Role[];
}

/** Invites somebody by mail. An earlier invitation to the same address stops working. */
@Injectable()
export class InviteMember {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PeopleRepository,
    private readonly members: MembersRepository,
    private readonly invitations: InvitationsRepository,
    private readonly sendLetter: SendLetter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, wish: InvitationWish): Promise<Invitation> {
    const { email, name } = usable(wish);
    const roles = [...new Set(wish.roles)];
    refuseUnless(canGrant(actor, roles));
    return this.work.runOnce(actor, async (tx) => {
      const { institutionId } = actor;
      const now = this.clock.now();
      const person = await this.people.findByEmailAnywhere(tx, email);
      const member = person && (await this.members.find(tx, institutionId, person.id));
      if (member)
        throw new Problem(alreadyMember, { detail: 'Change their roles instead.', facts: { personId: member.personId } });
      await this.invitations.revokeOpen(tx, institutionId, email, now);
      const { token, hash } = newSecret();
      const invitation = {
        id: newId(now.getTime()),
        institutionId,
        email,
        name,
        roles,
        tokenHash: hash,
        invitedBy: actor.personId,
        createdAt: now,
        expiresAt: invitationEnd(now),
        acceptedAt: null,
        acceptedBy: null,
        revokedAt: null,
      };
      await this.invitations.add(tx, invitation);
      await recordEvent(tx, {
        institutionId,
        type: 'invitation.sent',
        actorId: actor.personId,
        subject: { type: 'invitation', id: invitation.id },
        particulars: { roles },
        occurredAt: now,
      });
      const link = this.sendLetter.address(`/invitations/${token}`);
      await this.sendLetter.in(tx, institutionId, { name, email, locale: null, timeZone: null }, 'invitation', { link });
      return invitation;
    });
  }
}

function usable(wish: InvitationWish): { email: string; name: string } {
  const email = normaliseEmail(wish.email);
  const name = cleanName(wish.name);
  if (email && name) return { email, name };
  const errors: FieldError[] = [];
  if (!email) errors.push({ field: 'email', code: 'unusable', detail: 'Write an address such as lea@example.org.' });
  if (!name) errors.push({ field: 'name', code: 'unusable', detail: 'Write a name of up to 200 letters on one line.' });
  throw new Problem(unfitDetails, { errors });
}
