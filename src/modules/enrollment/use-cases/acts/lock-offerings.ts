import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import type { Offering } from '../../data/offering.entity.js';
import { OfferingsRepository } from '../../data/offerings.repository.js';

/** Locks two offerings in the one order in which offerings are locked everywhere, so that two of these never wait for each other. */
@Injectable()
export class LockOfferings {
  constructor(private readonly offerings: OfferingsRepository) {}

  async both(tx: Tx, one: string, other: string): Promise<[Offering, Offering]> {
    const locked = new Map<string, Offering>();
    for (const id of [one, other].toSorted()) {
      const offering = await this.offerings.findLocked(tx, id);
      if (!offering) throw new Error(`The offering ${id} was there and is gone`);
      locked.set(id, offering);
    }
    const [first, second] = [locked.get(one), locked.get(other)];
    if (!first || !second) throw new Error(`Offering ${one} or ${other} was locked and is gone`);
    return [first, second];
  }
}
