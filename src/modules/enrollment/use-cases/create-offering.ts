import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { EditionStore } from '../../catalog/index.js';
import type { Offering } from '../data/offering.entity.js';
import { type NewOffering, OpenOffering } from './open-offering.js';
import { refuseImpossibleDates } from './refuse-impossible-dates.js';

/** Opens a run of an edition. */
@Injectable()
export class CreateOffering {
  constructor(
    private readonly work: UnitOfWork,
    private readonly editions: EditionStore,
    private readonly openOffering: OpenOffering,
  ) {}

  async run(actor: Actor, wish: NewOffering): Promise<Offering> {
    refuseImpossibleDates(wish);
    return this.work.runOnce(actor, async (tx) => {
      if (!(await this.editions.find(tx, wish.editionId)))
        throw new Problem(notFound, { detail: 'There is no such edition.', facts: { missing: 'edition' } });
      return this.openOffering.in(tx, actor.institutionId, actor.personId, wish);
    });
  }
}
