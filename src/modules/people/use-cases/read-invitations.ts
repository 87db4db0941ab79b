import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { readCursor } from '../../../platform/http/paging.js';
import { hashOf } from '../../../platform/secrets.js';
import { InstitutionsRepository } from '../../institutions/index.js';
import type { Invitation } from '../data/invitation.entity.js';
import { InvitationsRepository } from '../data/invitations.repository.js';
import { PeopleRepository } from '../data/people.repository.js';
import { invitationState, type InvitationState } from '../domain/invitation-state.js';
import { refusedInvitation } from './refused-invitation.js';

export interface InvitationWithState {
  invitation: Invitation;
  state: InvitationState;
}

/** What the holder of an invitation's token may know. */
export interface InvitationOffer extends InvitationWithState {
  institution: { id: string; slug: string; name: string; language: string };
  /** Somebody has an account with the invited address. */
  knownPersonId: string | null;
}

@Injectable()
export class ReadInvitations {
  constructor(
    private readonly work: UnitOfWork,
    private readonly invitations: InvitationsRepository,
    private readonly institutions: InstitutionsRepository,
    private readonly people: PeopleRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first; one more than asked for, when there are more. */
  async list(actor: Actor, limit: number, cursor?: string): Promise<InvitationWithState[]> {
    const before = readCursor(cursor);
    const rows = await this.work.run(actor, (tx) => this.invitations.list(tx, actor.institutionId, before, limit + 1));
    return rows.map((invitation) => this.withState(invitation));
  }

  withState(invitation: Invitation): InvitationWithState {
    return { invitation, state: invitationState(invitation, this.clock.now()) };
  }

  /** An open or accepted invitation by its token; throws `invitation.not_valid` for any other. */
  async byToken(token: string): Promise<InvitationOffer> {
    return this.work.run(system('who is invited belongs nowhere yet'), async (tx) => {
      const invitation = await this.invitations.findByToken(tx, hashOf(token));
      const state = invitation && invitationState(invitation, this.clock.now());
      const institution = invitation && (await this.institutions.find(tx, invitation.institutionId));
      if (!invitation || !institution || state === 'revoked' || state === 'expired') throw refusedInvitation();
      const person = await this.people.findByEmailAnywhere(tx, invitation.email);
      return { ...this.withState(invitation), institution, knownPersonId: person?.id ?? null };
    });
  }
}
