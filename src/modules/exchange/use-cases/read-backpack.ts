import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { BackpackRepository, type HeldPage } from '../data/backpack.repository.js';
import type { ServiceHolder } from '../data/services.repository.js';

export interface HeldQuery {
  since: Date | null;
  limit: number;
  offset: number;
}

/** What a learner holds, for a service that they connected: awards that stand, and what other services brought. */
@Injectable()
export class ReadBackpack {
  constructor(
    private readonly work: UnitOfWork,
    private readonly backpack: BackpackRepository,
  ) {}

  async run({ institutionId, personId }: ServiceHolder, { since, limit, offset }: HeldQuery): Promise<HeldPage> {
    return this.work.run({ institutionId }, (tx) => this.backpack.held(tx, personId, since, limit, offset));
  }
}
