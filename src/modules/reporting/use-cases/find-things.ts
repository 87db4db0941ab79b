import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { isOffice } from '../../enrollment/index.js';
import { FindingQuery, type Found } from '../data/finding.query.js';
import { findableBy } from '../domain/findable.js';

/** Of each kind; whoever wants more says more of the name. */
const MOST_OF_A_KIND = 5;

/** Finds what somebody may see by its name, whatever it is. */
@Injectable()
export class FindThings {
  constructor(
    private readonly work: UnitOfWork,
    private readonly query: FindingQuery,
  ) {}

  async run(actor: Actor, text: string): Promise<Found[]> {
    const { institutionId, personId, roles } = actor;
    const words = text.trim();
    if (words === '') return [];
    const wanted = {
      institutionId,
      personId,
      words,
      kinds: findableBy(roles),
      allOfferings: isOffice(actor),
      limit: MOST_OF_A_KIND,
    };
    return this.work.read(actor, (tx) => this.query.find(tx, wanted));
  }
}
