import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { readCursor } from '../../../platform/http/paging.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import type { Offering } from '../data/offering.entity.js';
import { OfferingsRepository } from '../data/offerings.repository.js';

@Injectable()
export class ReadOfferings {
  constructor(
    private readonly work: UnitOfWork,
    private readonly offerings: OfferingsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async one(actor: Actor, id: string): Promise<Offering> {
    const offering = await this.work.read(actor, (tx) => this.offerings.find(tx, id));
    if (!offering) throw new Problem(notFound);
    return offering;
  }

  /** Newest first, one more than `limit`. People who only learn see the offerings that they could enrol in now. */
  async list(
    actor: Actor,
    query: { editionId?: string | undefined; microCredentialId?: string | undefined; cursor?: string | undefined; limit: number },
  ): Promise<Offering[]> {
    const onlyLearner = [...actor.roles].every((role) => role === 'learner');
    const { editionId, microCredentialId } = query;
    const filter = { editionId, microCredentialId, openTo: onlyLearner ? this.clock.now() : undefined };
    return this.work.read(actor, (tx) => this.offerings.list(tx, filter, readCursor(query.cursor), query.limit));
  }
}
