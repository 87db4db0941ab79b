import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { onClient } from '../data/statements.js';
import type { ToldFact } from '../domain/admit-facts.js';
import type { EditionOutline } from '../domain/edition-outline.js';
import { accessWords } from '../domain/learning-access.js';
import { placeNotOpen } from '../problems.js';
import { blamesItem, retryConflicts } from './database-faults.js';
import { EditionOutlines } from './edition-outlines.js';
import { MicroBatch } from './micro-batch.js';
import { type FactOutcome, type Telling, type TellingAnswer, WriteTellings } from './write-tellings.js';

const FACTS_AT_ONCE = 500;
const FACTS_WAITING = 20_000;

/**
 * A learner's device tells what was done: in any order, late, twice. Requests are written together, see `MicroBatch`;
 * each is answered when its facts are in the database to stay.
 */
@Injectable()
export class TellFacts implements BeforeApplicationShutdown {
  private readonly tellings = new MicroBatch<Telling, TellingAnswer>({
    lane: ({ institutionId }) => institutionId,
    weight: ({ facts }) => facts.length,
    mostAtOnce: FACTS_AT_ONCE,
    mostWaiting: FACTS_WAITING,
    flush: (tellings) => retryConflicts(() => this.flush(tellings)),
    blamesItem,
  });

  constructor(
    private readonly sql: Sql,
    private readonly work: UnitOfWork,
    private readonly outlines: EditionOutlines,
    private readonly writeTellings: WriteTellings,
  ) {}

  /** The outcome of each fact, in the order told. */
  async run(actor: Actor, enrollmentId: string, facts: readonly ToldFact[]): Promise<FactOutcome[]> {
    const { institutionId, personId } = actor;
    const told = await this.tellings.add({ institutionId, personId, enrollmentId, facts });
    if (told.answer === 'not-found') throw new Problem(notFound);
    if (told.answer === 'not-open') {
      throw new Problem(placeNotOpen, { detail: accessWords(told.state), facts: { state: told.state } });
    }
    return told.outcomes;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.tellings.close();
  }

  private async flush(tellings: readonly Telling[]): Promise<TellingAnswer[]> {
    const institutionId = tellings[0]?.institutionId ?? '';
    const editions = new Map<string, EditionOutline>();
    for (;;) {
      const written = await this.sql.run({ institutionId }, (client) =>
        this.writeTellings.in(onClient(client), institutionId, tellings, editions),
      );
      if ('answers' in written) return written.answers;
      // Read on another connection only now that the first one has let go: two held at once could starve a small pool.
      await this.work.run({ institutionId }, async (tx) => {
        for (const id of written.missing) editions.set(id, await this.outlines.of(tx, id));
      });
    }
  }
}
