import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { EndorsementsRepository } from '../../data/endorsements.repository.js';
import type { EndorsementDecision, ReceivedEndorsement } from '../../data/received-endorsement.entity.js';
import { endorsementState } from '../../problems.js';

/** Lets an endorsement be shown, or not. Either may be changed later by deciding the other way. */
@Injectable()
export class DecideEndorsement {
  constructor(
    private readonly work: UnitOfWork,
    private readonly endorsements: EndorsementsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, decision: EndorsementDecision): Promise<ReceivedEndorsement> {
    return this.work.runOnce(actor, async (tx) => {
      const received = await this.endorsements.findReceivedLocked(tx, id);
      if (!received) throw new Problem(notFound);
      if (received.decision === decision)
        throw new Problem(endorsementState, { detail: `It is ${decision} already.`, facts: { state: decision } });
      const now = this.clock.now();
      const decided = { ...received, decision, decidedBy: actor.personId, decidedAt: now };
      await this.endorsements.saveDecision(tx, decided);
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: `endorsement.${decision}`,
        actorId: actor.personId,
        subject: { type: 'endorsement', id },
        particulars: { endorser: received.endorser, subject: received.subject },
        occurredAt: now,
      });
      return decided;
    });
  }
}
