import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { Environment } from '../../../platform/config/environment.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import type { LetterKind, LetterValues } from '../../../platform/letters/catalogue.js';
import { type AnyLetter, queueLetter } from '../../../platform/letters/queue-letters.js';
import type { Reader } from '../../../platform/letters/write-to.js';

/** Puts a letter into the outgoing mail, in the caller's transaction: it leaves when the change it tells of is committed. */
@Injectable()
export class SendLetter {
  constructor(
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async in<Kind extends LetterKind>(
    tx: Tx,
    institutionId: string,
    to: Reader & { email: string },
    kind: Kind,
    values: LetterValues<Kind>,
  ): Promise<void> {
    const now = this.clock.now();
    await queueLetter(tx, { institutionId, dedupeKey: newId(now.getTime()), to, kind, values, now } as AnyLetter);
  }

  /** The address that a reader of the letter opens. */
  address(path: string): string {
    return `${this.environment.publicUrl}${path}`;
  }
}
