import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { EndorsementsRepository } from '../../data/endorsements.repository.js';
import type { GivenEndorsement } from '../../data/given-endorsement.entity.js';
import { endorsementState } from '../../problems.js';
import { StatusRegistry } from '../status/status-registry.js';
import { type KnownEndorsement, withForms } from './read-endorsements.js';

/** Takes an endorsement back: nobody is shown it any more, and a copy that somebody kept fails from the next signing of its status list on. */
@Injectable()
export class WithdrawEndorsement {
  constructor(
    private readonly work: UnitOfWork,
    private readonly endorsements: EndorsementsRepository,
    private readonly statuses: StatusRegistry,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string): Promise<KnownEndorsement> {
    return this.work.runOnce(actor, async (tx) => {
      const given = await this.endorsements.findGivenLocked(tx, id);
      if (!given) throw new Problem(notFound);
      if (given.withdrawnAt)
        throw new Problem(endorsementState, { detail: 'It was withdrawn already.', facts: { state: 'withdrawn' } });
      const now = this.clock.now();
      const withdrawn: GivenEndorsement = { ...given, withdrawnBy: actor.personId, withdrawnAt: now };
      await this.endorsements.saveWithdrawal(tx, withdrawn);
      const forms = await this.endorsements.forms(tx, [id]);
      await this.statuses.changed(
        tx,
        actor.institutionId,
        forms.flatMap(({ statusListId }) => statusListId ?? []),
      );
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: 'endorsement.withdrawn',
        actorId: actor.personId,
        subject: { type: 'endorsement', id },
        occurredAt: now,
      });
      return withForms(withdrawn, forms);
    });
  }
}
