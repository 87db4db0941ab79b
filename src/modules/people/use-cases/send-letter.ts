import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { Environment } from '../../../platform/config/environment.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { queueMail, queueMails } from '../../../platform/mail/queue-mail.js';
import type { Letter } from './letters.js';

/** Puts a letter into the outgoing mail, in the caller's transaction: it leaves when the change it tells of is committed. */
@Injectable()
export class SendLetter {
  constructor(
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async in(tx: Tx, institutionId: string, recipient: string, { subject, body }: Letter): Promise<void> {
    const now = this.clock.now();
    await queueMail(tx, { institutionId, dedupeKey: newId(now.getTime()), recipient, subject, body, now });
  }

  /** As `in`, in one go; some hundreds at once. */
  async all(tx: Tx, institutionId: string, letters: readonly { recipient: string; letter: Letter }[], now: Date): Promise<void> {
    await queueMails(
      tx,
      letters.map(({ recipient, letter }) => ({ institutionId, dedupeKey: newId(now.getTime()), recipient, ...letter, now })),
    );
  }

  /** The address that a reader of the letter opens. */
  address(path: string): string {
    return `${this.environment.publicUrl}${path}`;
  }
}
