import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { system } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../../platform/http/access.js';
import { readCursor } from '../../../../platform/http/paging.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { EndorsementsRepository } from '../../data/endorsements.repository.js';
import type { GivenEndorsement } from '../../data/given-endorsement.entity.js';
import type { ReceivedEndorsement } from '../../data/received-endorsement.entity.js';
import type { JsonObject } from '../../domain/json.js';

const SCOPE = system('anybody may read an endorsement whose address they have');
const MOST_SHOWN = 20;

interface Wanted {
  cursor?: string | undefined;
  limit: number;
}

@Injectable()
export class ReadEndorsements {
  constructor(
    private readonly work: UnitOfWork,
    private readonly endorsements: EndorsementsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first, one more than `limit`. */
  async given(actor: Actor, { cursor, limit }: Wanted): Promise<GivenEndorsement[]> {
    return this.work.run(actor, (tx) => this.endorsements.listGiven(tx, readCursor(cursor), limit));
  }

  async oneGiven(actor: Actor, id: string): Promise<GivenEndorsement> {
    const given = await this.work.run(actor, (tx) => this.endorsements.findGiven(tx, id));
    if (!given) throw new Problem(notFound);
    return given;
  }

  /** Newest first, one more than `limit`. */
  async received(actor: Actor, { cursor, limit }: Wanted): Promise<ReceivedEndorsement[]> {
    return this.work.run(actor, (tx) => this.endorsements.listReceived(tx, readCursor(cursor), limit));
  }

  async public(publicId: string): Promise<GivenEndorsement | null> {
    return this.work.run(SCOPE, (tx) => this.endorsements.findPublic(tx, publicId));
  }

  /** What stands in `endorsement` of an achievement or a profile; nothing where nobody endorses it. */
  async shownWith(tx: Tx, subject: string): Promise<{ endorsement?: JsonObject[] }> {
    const documents = await this.endorsements.shown(tx, subject, this.clock.now(), MOST_SHOWN);
    return documents.length === 0 ? {} : { endorsement: documents.map((document) => JSON.parse(document) as JsonObject) };
  }
}
