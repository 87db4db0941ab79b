import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Problem } from '../../../platform/http/problem.js';
import type { JsonObject } from '../../credentials/index.js';
import { InteractionsRepository } from '../data/interactions.repository.js';
import { isConfiguration } from '../domain/credential-formats.js';
import { hashOf } from '../domain/secrets.js';
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
import { OpenInteraction, WALLET_SCOPE } from './open-interaction.js';
import { readProofJwt, verifyProofJwt } from './verify-proof-jwt.js';
import { WalletSecrets } from './wallet-secrets.js';

const NOTIFIED = ['credential_accepted', 'credential_failure', 'credential_deleted'];

export interface Claimed {
  signed: string;
  notificationId: string;
}

/** A wallet with an access token gets the credential (OID4VCI 1.0 §8), after it proved to hold a key, and may tell what became of it. */
@Injectable()
export class ClaimByOid4vci {
  constructor(
    private readonly work: UnitOfWork,
    private readonly interactions: InteractionsRepository,
    private readonly open: OpenInteraction,
    private readonly secrets: WalletSecrets,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `issuer` is the identifier of the institution as credential issuer, which the proof is made for. */
  async run(institutionId: string, issuer: string, accessToken: string, request: JsonObject): Promise<Claimed> {
    const key = { accessTokenHash: hashOf(accessToken) };
    const known = await this.work.run(WALLET_SCOPE, (tx) => this.interactions.find(tx, key));
    if (!known || known.institutionId !== institutionId || known.expiresAt <= this.clock.now()) throw new Problem(invalidToken);
    if (typeof request.credential_configuration_id !== 'string')
      throw new Problem(invalidCredentialRequest, { detail: 'Name the credential_configuration_id of the offer.' });
    if (!isConfiguration(request.credential_configuration_id)) throw new Problem(unknownConfiguration);
    await this.checkProof(issuer, request);
    return this.work.run(WALLET_SCOPE, async (tx) => {
      const opened = await this.open.describe(tx, await this.interactions.findLocked(tx, key));
      if (opened.state !== 'open')
        throw new Problem(credentialRequestDenied, { detail: 'It was handed over, or its time is over.' });
      return { signed: await this.open.handOver(tx, opened, 'oid4vci'), notificationId: opened.interaction.id };
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

  private async checkProof(issuer: string, request: JsonObject): Promise<void> {
    const jwt = readProofJwt(request);
    if (jwt === undefined) throw new Problem(invalidProof, { detail: 'Send proofs with one jwt.' });
    const now = this.clock.now();
    const proof = await verifyProofJwt(jwt, issuer, now);
    if (!proof.ok) throw new Problem(invalidProof, { detail: proof.detail });
    if (!this.secrets.isNonce(issuer, proof.nonce, now)) throw new Problem(invalidNonce);
  }
}
