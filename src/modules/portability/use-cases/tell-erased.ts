import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { Environment } from '../../../platform/config/environment.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { queueLetter } from '../../../platform/letters/queue-letters.js';
import { PeopleDirectory } from '../../people/index.js';
import type { Erasure } from '../data/erasures.repository.js';

type ErasureLetter = 'erasure_requested' | 'erasure_cancelled' | 'erasure_refused';

/** Writes to who is to be erased. The letter goes with the rest. */
@Injectable()
export class TellErased {
  constructor(
    private readonly people: PeopleDirectory,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async in(tx: Tx, { id, institutionId, personId, dueAt }: Erasure, kind: ErasureLetter): Promise<void> {
    const person = await this.people.find(tx, personId);
    if (!person?.email) return;
    const link = `${this.environment.publicUrl}/app/account/privacy`;
    const letter = {
      institutionId,
      dedupeKey: `erasure:${id}:${kind}`,
      to: { ...person, email: person.email },
      now: this.clock.now(),
    };
    await queueLetter(
      tx,
      kind === 'erasure_requested'
        ? { ...letter, kind, values: { link, deadline: dueAt } }
        : { ...letter, kind, values: { link } },
    );
  }
}
