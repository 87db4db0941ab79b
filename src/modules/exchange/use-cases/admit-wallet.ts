import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Problem } from '../../../platform/http/problem.js';
import { hashOf } from '../../../platform/secrets.js';
import { BindCredential, type HeldCredential, HeldCredentials, StoreSuccessor } from '../../credentials/index.js';
import { InteractionsRepository } from '../data/interactions.repository.js';
import type { WalletInteraction } from '../data/wallet-interaction.entity.js';
import { NONCE_LIFE_MS } from '../domain/terms.js';
import { credentialRequestDenied, invalidNonce } from '../problems.js';
import { OpenInteraction, type OpenedInteraction } from './open-interaction.js';

/** What a wallet proved: the DID of its key, and with which of our nonces. */
export interface WalletProof {
  did: string;
  nonce: string;
}

/** Lets a wallet come for a credential: uses its nonce up, and where the learner wished it, binds the credential to its key. */
@Injectable()
export class AdmitWallet {
  constructor(
    private readonly work: UnitOfWork,
    private readonly interactions: InteractionsRepository,
    private readonly open: OpenInteraction,
    private readonly bind: BindCredential,
    private readonly storeSuccessor: StoreSuccessor,
    private readonly credentials: HeldCredentials,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The form to hand over. Throws `oid.invalid_nonce` and `oid.credential_request_denied`. */
  async run({ id, institutionId, credentialId }: WalletInteraction, proof: WalletProof): Promise<HeldCredential> {
    const intentId = await this.work.run({ institutionId }, async (tx) => {
      const opened = await this.open.describe(tx, await this.interactions.findLocked(tx, { id }));
      if (opened.state !== 'open') throw denied('It was handed over, or its time is over.');
      await this.useNonce(tx, institutionId, proof.nonce);
      return opened.interaction.binds ? this.plan(tx, opened, proof.did) : null;
    });
    if (intentId !== null) await this.storeSuccessor.run({ institutionId }, intentId);
    const credential = await this.work.run({ institutionId }, (tx) => this.credentials.newest(tx, credentialId));
    if (!credential) throw new Error(`The credential ${credentialId} of interaction ${id} is gone`);
    return credential;
  }

  private async useNonce(tx: Tx, institutionId: string, nonce: string): Promise<void> {
    const usedAt = this.clock.now();
    await this.interactions.forgetNonces(tx, new Date(usedAt.getTime() - NONCE_LIFE_MS));
    if (!(await this.interactions.useNonce(tx, { nonceHash: hashOf(nonce), institutionId, usedAt })))
      throw new Problem(invalidNonce, { detail: 'The nonce was used before: ask for another one.' });
  }

  private async plan(tx: Tx, { interaction, credential }: OpenedInteraction, did: string): Promise<string | null> {
    // Of two wallets with one token, the first one's key counts; the other would get a credential that names somebody else.
    if (interaction.boundDid !== null && interaction.boundDid !== did) throw denied('Another key came first.');
    await this.interactions.save(tx, { id: interaction.id, boundDid: did });
    return this.bind.in(tx, credential, did);
  }
}

function denied(detail: string): Problem {
  return new Problem(credentialRequestDenied, { detail });
}
