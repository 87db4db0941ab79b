import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Problem } from '../../../platform/http/problem.js';
import { hashOf } from '../../../platform/secrets.js';
import type { JsonObject } from '../../credentials/index.js';
import { InteractionsRepository } from '../data/interactions.repository.js';
import type { CredentialConfiguration } from '../domain/credential-formats.js';
import {
  credentialRequestDenied,
  invalidCredentialRequest,
  invalidNonce,
  invalidNotification,
  invalidProof,
  invalidToken,
  unknownConfiguration,
  unknownNotification,
} from '../problems.js';
import { AdmitWallet, type WalletProof } from './admit-wallet.js';
import { OpenInteraction, WALLET_SCOPE } from './open-interaction.js';
import { readProofJwt, verifyProofJwt } from './verify-proof-jwt.js';
import { WalletForms } from './wallet-forms.js';
import { WalletSecrets } from './wallet-secrets.js';

const NOTIFIED = ['credential_accepted', 'credential_failure', 'credential_deleted'];

export interface Claimed {
  /** JSON: the signed object, or a token as text. */
  credential: string;
  notificationId: string;
}

/** A wallet with an access token gets the credential (OID4VCI 1.0 §8), after it proved to hold a key, and may tell what became of it. */
@Injectable()
export class ClaimByOid4vci {
  constructor(
    private readonly work: UnitOfWork,
    private readonly interactions: InteractionsRepository,
    private readonly open: OpenInteraction,
    private readonly admit: AdmitWallet,
    private readonly forms: WalletForms,
    private readonly secrets: WalletSecrets,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `issuer` is the identifier of the institution as credential issuer, which the proof is made for. */
  async run(institutionId: string, issuer: string, accessToken: string, request: JsonObject): Promise<Claimed> {
    const key = { accessTokenHash: hashOf(accessToken) };
    const known = await this.work.run(WALLET_SCOPE, (tx) => this.interactions.find(tx, key));
    if (!known || known.institutionId !== institutionId || known.expiresAt <= this.clock.now()) throw new Problem(invalidToken);
    const configuration = await this.configuration(institutionId, request);
    const held = await this.admit.run(known, await this.proof(issuer, request));
    const credential = await this.forms.of(held, configuration);
    return this.work.run(WALLET_SCOPE, async (tx) => {
      const opened = await this.open.describe(tx, await this.interactions.findLocked(tx, key));
      if (opened.state !== 'open' || opened.credential.id !== held.id)
        throw new Problem(credentialRequestDenied, {
          detail: 'It was handed over, its time is over, or it was changed just now.',
        });
      await this.open.handOver(tx, opened, 'oid4vci');
      return { credential, notificationId: opened.interaction.id };
    });
  }

  /** What the wallet made of it (§11). Said again, the last word counts. */
  async notify(accessToken: string, { notification_id: id, event }: JsonObject): Promise<void> {
    await this.work.run(WALLET_SCOPE, async (tx) => {
      const interaction = await this.interactions.find(tx, { accessTokenHash: hashOf(accessToken) });
      if (!interaction || interaction.expiresAt <= this.clock.now()) throw new Problem(invalidToken);
      if (typeof event !== 'string' || !NOTIFIED.includes(event)) throw new Problem(invalidNotification);
      if (id !== interaction.id || interaction.claimedAt === null) throw new Problem(unknownNotification);
      await this.interactions.save(tx, { id: interaction.id, notification: event });
    });
  }

  private async configuration(institutionId: string, request: JsonObject): Promise<CredentialConfiguration> {
    const { credential_configuration_id: id } = request;
    if (typeof id !== 'string')
      throw new Problem(invalidCredentialRequest, { detail: 'Name the credential_configuration_id of the offer.' });
    const offered = await this.forms.configurations(institutionId);
    const configuration = Object.hasOwn(offered, id) ? offered[id] : undefined;
    if (!configuration) throw new Problem(unknownConfiguration);
    return configuration;
  }

  private async proof(issuer: string, request: JsonObject): Promise<WalletProof> {
    const jwt = readProofJwt(request);
    if (jwt === undefined) throw new Problem(invalidProof, { detail: 'Send proofs with one jwt.' });
    const now = this.clock.now();
    const proof = await verifyProofJwt(jwt, issuer, now);
    if (!proof.ok) throw new Problem(invalidProof, { detail: proof.detail });
    const { nonce, did } = proof;
    if (typeof nonce !== 'string' || !this.secrets.isNonce(issuer, nonce, now)) throw new Problem(invalidNonce);
    return { nonce, did };
  }
}
