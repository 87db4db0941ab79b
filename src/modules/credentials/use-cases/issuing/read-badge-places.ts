import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../../platform/http/access.js';
import { type BadgePlace, ChoicesRepository } from '../../data/choices.repository.js';

/** The places of a learner that lead to a badge, or have led to one. */
@Injectable()
export class ReadBadgePlaces {
  constructor(
    private readonly work: UnitOfWork,
    private readonly choices: ChoicesRepository,
  ) {}

  async run(actor: Actor): Promise<BadgePlace[]> {
    return this.work.read(actor, (tx) => this.choices.placesOf(tx, actor.personId));
  }
}
