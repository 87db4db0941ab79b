import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { type RateLimit, RateLimits } from '../../../../platform/http/rate-limits.js';
import { newId } from '../../../../platform/ids.js';
import type { Credential } from '../../data/credential.entity.js';
import { CredentialsRepository } from '../../data/credentials.repository.js';
import { noAddress } from '../../problems.js';
import { BadgeLetters } from './badge-letters.js';
import { wrongState } from '../status/wrong-state.js';

/** Nobody wants the same letter more often. */
const LETTERS: RateLimit = { name: 'badge-letter', points: 3, seconds: 24 * 60 * 60 };

/** Sends the learner the letter about a badge once more, to the address that is theirs today. */
@Injectable()
export class ResendLetter {
  constructor(
    private readonly work: UnitOfWork,
    private readonly credentials: CredentialsRepository,
    private readonly letters: BadgeLetters,
    private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string): Promise<Credential> {
    const found = await this.work.run(actor, (tx) => this.credentials.find(tx, id));
    if (!found) throw new Problem(notFound);
    await this.limits.spend(LETTERS, found.publicId);
    return this.work.runOnce(actor, async (tx) => {
      const credential = (await this.credentials.findLocked(tx, id)) ?? found;
      if (credential.state !== 'issued') throw await wrongState(tx, this.credentials, credential);
      const now = this.clock.now();
      if (!(await this.letters.again(tx, credential, newId(), now))) throw new Problem(noAddress);
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: 'credential.letter_resent',
        actorId: actor.personId,
        subject: { type: 'credential', id },
        occurredAt: now,
      });
      return credential;
    });
  }
}
