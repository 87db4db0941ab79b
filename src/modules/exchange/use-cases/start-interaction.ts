import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { RateLimits } from '../../../platform/http/rate-limits.js';
import { newId, newToken } from '../../../platform/ids.js';
import { queueLetter } from '../../../platform/letters/queue-letters.js';
import { hashOf, newSecret } from '../../../platform/secrets.js';
import { HeldCredentials } from '../../credentials/index.js';
import { PeopleDirectory } from '../../people/index.js';
import { InteractionsRepository } from '../data/interactions.repository.js';
import type { WalletInteraction } from '../data/wallet-interaction.entity.js';
import { preAuthorizedCode } from '../domain/interaction.js';
import { INTERACTION_LIFE_MS } from '../domain/terms.js';
import { notClaimable } from '../problems.js';
import { WalletSecrets } from './wallet-secrets.js';

const LIMIT = { name: 'wallet_interaction', points: 30, seconds: 3_600 };
/** Each new form takes a place in a status list for good. */
const BINDINGS = { name: 'wallet_binding', points: 10, seconds: 3_600 };
const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000;

export interface InteractionWish {
  /** The wallet has to show by a signature whose it is, in VC-API too. */
  authentication: boolean;
  /** A code goes to the learner's mailbox, and the wallet has to ask for it. */
  transactionCode: boolean;
  /** The credential is issued anew and names the wallet's key as its holder. */
  binding: boolean;
}

/** A learner begins to take a credential into a wallet: one secret address, once, for a quarter of an hour. */
@Injectable()
export class StartInteraction {
  constructor(
    private readonly work: UnitOfWork,
    private readonly credentials: HeldCredentials,
    private readonly interactions: InteractionsRepository,
    private readonly people: PeopleDirectory,
    private readonly secrets: WalletSecrets,
    private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The token of the address is answered here and never again. */
  async run(
    actor: Actor,
    credentialId: string,
    wish: InteractionWish,
  ): Promise<{ token: string; interaction: WalletInteraction }> {
    const { personId, institutionId } = actor;
    await this.limits.spend(LIMIT, personId);
    if (wish.binding) await this.limits.spend(BINDINGS, personId);
    return this.work.run(actor, async (tx) => {
      const credential = await this.credentials.find(tx, credentialId);
      if (!credential || credential.personId !== personId) throw new Problem(notFound);
      if (credential.state !== 'issued') throw new Problem(notClaimable, { detail: `The credential is ${credential.state}.` });
      // What a badge from before Cairn says is the office's to decide, and so is whom it names.
      if (wish.binding && credential.enrollmentId === null)
        throw new Problem(notClaimable, {
          detail: 'It was recorded by the office and cannot be bound to a wallet. Take it as it is.',
          facts: { reason: 'recorded_by_office' },
        });
      const now = this.clock.now();
      const id = newId(now.getTime());
      const { token, hash: tokenHash } = newSecret();
      const interaction: WalletInteraction = {
        id,
        institutionId,
        credentialId,
        personId,
        tokenHash,
        codeHash: hashOf(preAuthorizedCode(token)),
        challenge: wish.authentication ? newToken(256) : null,
        transactionCodeHash: wish.transactionCode ? await this.sendCode(tx, id, actor, now) : null,
        wrongCodes: 0,
        createdAt: now,
        expiresAt: new Date(now.getTime() + INTERACTION_LIFE_MS),
        accessTokenHash: null,
        claimedAt: null,
        claimedBy: null,
        binds: wish.binding,
        boundDid: null,
        notification: null,
      };
      await this.interactions.forget(tx, new Date(now.getTime() - FORGOTTEN_AFTER_MS));
      await this.interactions.add(tx, interaction);
      await recordEvent(tx, {
        institutionId,
        type: 'wallet_interaction.started',
        actorId: personId,
        subject: { type: 'credential', id: credentialId },
        particulars: { interactionId: id, binding: wish.binding },
        occurredAt: now,
      });
      return { token, interaction };
    });
  }

  /** By mail, which whoever photographs the QR code does not see. */
  private async sendCode(tx: Tx, interactionId: string, { personId, institutionId }: Actor, now: Date): Promise<string> {
    const person = await this.people.find(tx, personId);
    if (!person?.email)
      throw new Problem(notClaimable, {
        detail: 'A code cannot be sent: your account has no e-mail address.',
        facts: { reason: 'no_address' },
      });
    const { code, hash } = this.secrets.newTransactionCode(interactionId);
    await queueLetter(tx, {
      institutionId,
      dedupeKey: `wallet-code:${interactionId}`,
      to: { ...person, email: person.email },
      kind: 'wallet_code',
      values: { code },
      now,
    });
    return hash;
  }
}
