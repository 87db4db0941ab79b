import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor, Role } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { type Member, MembersRepository } from '../data/members.repository.js';
import { canRevokeRoles } from '../policy.js';
import { refuseLastAdministrator } from './refuse-last-administrator.js';
import { refuseUnless } from './refuse-unless.js';

/** Takes a role away, at once. What the person did while they held it stays as it is. */
@Injectable()
export class RevokeRole {
  constructor(
    private readonly work: UnitOfWork,
    private readonly members: MembersRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, personId: string, role: Role): Promise<Member> {
    return this.work.run(actor, async (tx) => {
      const { institutionId } = actor;
      if (role === 'admin') await refuseLastAdministrator(this.members, tx, institutionId, personId);
      const member = await this.members.find(tx, institutionId, personId);
      if (!member || !member.roles.includes(role)) throw new Problem(notFound);
      refuseUnless(canRevokeRoles(actor));
      await this.members.revoke(tx, member, role);
      await recordEvent(tx, {
        institutionId,
        type: 'role.revoked',
        actorId: actor.personId,
        subject: { type: 'person', id: personId },
        particulars: { role },
        occurredAt: this.clock.now(),
      });
      return { ...member, roles: member.roles.filter((held) => held !== role) };
    });
  }
}
