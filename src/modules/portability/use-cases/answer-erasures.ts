import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { readCursor } from '../../../platform/http/paging.js';
import { Problem } from '../../../platform/http/problem.js';
import { notAllowed, notFound } from '../../../platform/http/problems.js';
import { PeopleDirectory } from '../../people/index.js';
import { type Erasure, ErasuresRepository, type NamedErasure } from '../data/erasures.repository.js';
import { type BadgeFate, erasureState, mayEraseMember, type Refusal } from '../domain/erasure.js';
import { erasureSettled } from '../problems.js';
import { PlanErasure } from './plan-erasure.js';
import { TellErased } from './tell-erased.js';

/** What the office does about erasures: sees them, asks for one in the name of who wrote a letter, refuses one where the law lets it. */
@Injectable()
export class AnswerErasures {
  constructor(
    private readonly work: UnitOfWork,
    private readonly erasures: ErasuresRepository,
    private readonly people: PeopleDirectory,
    private readonly plan: PlanErasure,
    private readonly tell: TellErased,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first; one more than asked for, when there are more. */
  async list(actor: Actor, { cursor, limit }: { cursor?: string; limit: number }): Promise<NamedErasure[]> {
    const before = readCursor(cursor);
    return this.work.run(actor, (tx) => this.erasures.list(tx, actor.institutionId, before, limit + 1));
  }

  async request(actor: Actor, personId: string, badges: BadgeFate): Promise<NamedErasure> {
    const { institutionId } = actor;
    return this.work.runOnce(actor, async (tx) => {
      const membership = await this.people.membershipOf(tx, personId);
      const person = await this.people.find(tx, personId);
      if (!membership || !person) throw new Problem(notFound);
      if (!mayEraseMember(actor, { personId, roles: membership.roles }))
        throw new Problem(notAllowed, {
          detail: 'The office does this for learners, and an administrator for other members.',
          facts: { reason: 'not_the_office' },
        });
      const planned = await this.plan.in(tx, { institutionId, personId, requestedBy: actor.personId, badges });
      return { ...planned, name: person.name, email: person.email };
    });
  }

  async refuse(actor: Actor, id: string, refusal: Refusal): Promise<NamedErasure> {
    const { institutionId } = actor;
    return this.work.run(actor, async (tx) => {
      const asked = await this.erasures.findLocked(tx, institutionId, id);
      if (!asked) throw new Problem(notFound);
      if (asked.personId === actor.personId)
        throw new Problem(notAllowed, {
          detail: 'You can take your own request back instead.',
          facts: { reason: 'take_back_instead' },
        });
      if (erasureState(asked) !== 'waiting') throw new Problem(erasureSettled, { detail: 'It has begun, or was answered.' });
      const now = this.clock.now();
      await this.erasures.refuse(tx, id, refusal, actor.personId, now);
      await recordEvent(tx, {
        institutionId,
        type: 'erasure.refused',
        actorId: actor.personId,
        subject: { type: 'person', id: asked.personId },
        particulars: { erasureId: id, refusal },
        occurredAt: now,
      });
      const refused: Erasure = { ...asked, refusedAt: now, refusal };
      await this.tell.in(tx, refused, 'erasure_refused');
      const person = await this.people.find(tx, asked.personId);
      return { ...refused, name: person?.name ?? null, email: person?.email ?? null };
    });
  }
}
