import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { type Member, MembersRepository } from '../data/members.repository.js';
import { canSuspend } from '../policy.js';
import { refuseUnless } from './refuse-unless.js';

/** Lets a suspended member back in, with the roles they had. */
@Injectable()
export class ReinstateMember {
  constructor(
    private readonly work: UnitOfWork,
    private readonly members: MembersRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, personId: string): Promise<Member> {
    return this.work.run(actor, async (tx) => {
      const { institutionId } = actor;
      const member = await this.members.find(tx, institutionId, personId);
      if (!member?.suspendedAt) throw new Problem(notFound);
      refuseUnless(canSuspend(actor, personId));
      await this.members.suspend(tx, member, null);
      await recordEvent(tx, {
        institutionId,
        type: 'member.reinstated',
        actorId: actor.personId,
        subject: { type: 'person', id: personId },
        occurredAt: this.clock.now(),
      });
      return { ...member, suspendedAt: null };
    });
  }
}
