import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { type Member, MembersRepository } from '../data/members.repository.js';
import { canSuspend } from '../policy.js';
import { refuseLastAdministrator } from './refuse-last-administrator.js';
import { refuseUnless } from './refuse-unless.js';

/** Shuts a member out of this institution, at once; other institutions do not notice. Doing it twice changes nothing. */
@Injectable()
export class SuspendMember {
  constructor(
    private readonly work: UnitOfWork,
    private readonly members: MembersRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, personId: string): Promise<Member> {
    return this.work.run(actor, async (tx) => {
      const { institutionId } = actor;
      await refuseLastAdministrator(this.members, tx, institutionId, personId);
      const member = await this.members.find(tx, institutionId, personId);
      if (!member) throw new Problem(notFound);
      refuseUnless(canSuspend(actor, personId));
      if (member.suspendedAt) return member;
      const suspendedAt = this.clock.now();
      await this.members.suspend(tx, member, suspendedAt);
      await recordEvent(tx, {
        institutionId,
        type: 'member.suspended',
        actorId: actor.personId,
        subject: { type: 'person', id: personId },
        occurredAt: suspendedAt,
      });
      return { ...member, suspendedAt };
    });
  }
}
