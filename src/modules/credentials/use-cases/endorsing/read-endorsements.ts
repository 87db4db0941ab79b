import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { system } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../../platform/http/access.js';
import { readCursor } from '../../../../platform/http/paging.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import type { EndorsementForm } from '../../data/endorsement-form.entity.js';
import { EndorsementsRepository } from '../../data/endorsements.repository.js';
import type { GivenEndorsement } from '../../data/given-endorsement.entity.js';
import type { ReceivedEndorsement } from '../../data/received-endorsement.entity.js';
import { type ShownEndorsement, shownEndorsements } from '../../domain/endorsement.js';
import type { JsonObject } from '../../domain/json.js';

const SCOPE = system('anybody may read an endorsement whose address they have');
const MOST_SHOWN = 20;

/** With what is said, and the newest of what was signed. */
export interface KnownEndorsement extends GivenEndorsement {
  document: string;
  signed: string | null;
}

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
  async given(actor: Actor, { cursor, limit }: Wanted): Promise<KnownEndorsement[]> {
    return this.work.run(actor, async (tx) => this.known(tx, await this.endorsements.listGiven(tx, readCursor(cursor), limit)));
  }

  async oneGiven(actor: Actor, id: string): Promise<KnownEndorsement> {
    return this.work.run(actor, async (tx) => {
      const given = await this.endorsements.findGiven(tx, id);
      const [known] = given ? await this.known(tx, [given]) : [];
      if (!known) throw new Problem(notFound);
      return known;
    });
  }

  /** Newest first, one more than `limit`. */
  async received(actor: Actor, { cursor, limit }: Wanted): Promise<ReceivedEndorsement[]> {
    return this.work.run(actor, (tx) => this.endorsements.listReceived(tx, readCursor(cursor), limit));
  }

  async public(publicId: string): Promise<KnownEndorsement | null> {
    return this.work.run(SCOPE, async (tx) => {
      const given = await this.endorsements.findPublic(tx, publicId);
      const [known] = given ? await this.known(tx, [given]) : [];
      return known ?? null;
    });
  }

  /** What stands in `endorsement` of an achievement or a profile; nothing where nobody endorses it. */
  async shownWith(tx: Tx, subject: string): Promise<{ endorsement?: JsonObject[] }> {
    const accepted = await this.endorsements.shown(tx, subject, this.clock.now(), MOST_SHOWN);
    return accepted.length === 0 ? {} : { endorsement: accepted.map(({ document }) => JSON.parse(document) as JsonObject) };
  }

  /** The same for people to read. */
  async readWith(tx: Tx, subject: string): Promise<ShownEndorsement[]> {
    return shownEndorsements(await this.endorsements.shown(tx, subject, this.clock.now(), MOST_SHOWN));
  }

  private async known(tx: Tx, given: readonly GivenEndorsement[]): Promise<KnownEndorsement[]> {
    const ids = given.map(({ id }) => id);
    const forms = await this.endorsements.forms(tx, ids);
    return given.map((one) =>
      withForms(
        one,
        forms.filter(({ endorsementId }) => endorsementId === one.id),
      ),
    );
  }
}

/** `forms`: its own, oldest first. */
export function withForms(given: GivenEndorsement, forms: readonly EndorsementForm[]): KnownEndorsement {
  const newest = forms.at(-1);
  if (!newest) throw new Error(`The endorsement ${given.id} was never frozen`);
  return { ...given, document: newest.document, signed: forms.findLast(({ signed }) => signed !== null)?.signed ?? null };
}
