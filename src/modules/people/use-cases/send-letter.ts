import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { Environment } from '../../../platform/config/environment.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import type { LetterKind, LetterValues } from '../../../platform/letters/catalogue.js';
import { type AnyLetter, type Letter, queueLetter, queueLetters } from '../../../platform/letters/queue-letters.js';
import type { Reader } from '../../../platform/letters/letter-desk.js';

/** To who becomes a member: a new person, or one who was there already. */
export type MemberLetter = Pick<Letter<'welcome' | 'joined'>, 'to' | 'kind' | 'values'>;

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

  /** As `in`, in one go; some hundreds at once. */
  async all(tx: Tx, institutionId: string, letters: readonly MemberLetter[]): Promise<void> {
    const now = this.clock.now();
    await queueLetters(
      tx,
      letters.map((letter) => ({ ...letter, institutionId, dedupeKey: newId(now.getTime()), now })),
    );
  }

  /** The address that a reader of the letter opens. */
  address(path: string): string {
    return `${this.environment.publicUrl}${path}`;
  }
}
