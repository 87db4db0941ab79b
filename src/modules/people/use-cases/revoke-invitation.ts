import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { InvitationsRepository } from '../data/invitations.repository.js';
import { invitationState } from '../domain/invitation-state.js';
import { canRevokeInvitation } from '../policy.js';
import { refuseUnless } from './refuse-unless.js';

/** Takes an open invitation back: its link stops working. */
@Injectable()
export class RevokeInvitation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly invitations: InvitationsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string): Promise<void> {
    await this.work.run(actor, async (tx) => {
      const now = this.clock.now();
      const invitation = await this.invitations.findForChange(tx, id);
      if (!invitation || invitationState(invitation, now) !== 'open') throw new Problem(notFound);
      refuseUnless(canRevokeInvitation(actor, invitation.roles));
      await this.invitations.save(tx, id, { revokedAt: now });
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: 'invitation.revoked',
        actorId: actor.personId,
        subject: { type: 'invitation', id },
        occurredAt: now,
      });
    });
  }
}
