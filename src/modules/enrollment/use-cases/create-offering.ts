import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { newId } from '../../../platform/ids.js';
import { EditionStore } from '../../catalog/index.js';
import type { Offering } from '../data/offering.entity.js';
import { OfferingsRepository } from '../data/offerings.repository.js';
import { refuseImpossibleDates } from './refuse-impossible-dates.js';

export type NewOffering = Omit<Offering, 'id' | 'institutionId' | 'version' | 'createdAt' | 'cancelledAt'>;

/** Opens a run of an edition. */
@Injectable()
export class CreateOffering {
  constructor(
    private readonly work: UnitOfWork,
    private readonly editions: EditionStore,
    private readonly offerings: OfferingsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, wish: NewOffering): Promise<Offering> {
    refuseImpossibleDates(wish);
    return this.work.runOnce(actor, async (tx) => {
      if (!(await this.editions.find(tx, wish.editionId))) throw new Problem(notFound, { detail: 'There is no such edition.' });
      const now = this.clock.now();
      const offering: Offering = {
        ...wish,
        id: newId(),
        institutionId: actor.institutionId,
        version: 1,
        createdAt: now,
        cancelledAt: null,
      };
      await this.offerings.add(tx, offering);
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: 'offering.created',
        actorId: actor.personId,
        subject: { type: 'offering', id: offering.id },
        particulars: { editionId: offering.editionId },
        occurredAt: now,
      });
      return offering;
    });
  }
}
