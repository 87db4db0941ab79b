import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Problem } from '../../../platform/http/problem.js';
import { RateLimits } from '../../../platform/http/rate-limits.js';
import { hashOf, newSecret } from '../../../platform/secrets.js';
import { InteractionsRepository } from '../data/interactions.repository.js';
import type { WalletInteraction } from '../data/wallet-interaction.entity.js';
import { interactionState } from '../domain/interaction.js';
import { WALLET_ACCESS_LIFE_MS } from '../domain/terms.js';
import { invalidGrant, invalidRequest, unsupportedGrantType } from '../problems.js';
import { WALLET_SCOPE } from './open-interaction.js';
import { WalletSecrets } from './wallet-secrets.js';

export const PRE_AUTHORIZED_CODE = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';
const LIMIT = { name: 'wallet_token', points: 60, seconds: 300 };

type Outcome = { accessToken: string } | { refused: Problem };

/** A wallet redeems the code of an offer for an access token, once (OID4VCI 1.0 §6). Three wrong transaction codes burn the offer. */
@Injectable()
export class RedeemOffer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly interactions: InteractionsRepository,
    private readonly secrets: WalletSecrets,
    private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(institutionId: string, form: Readonly<Record<string, string>>, network: string): Promise<string> {
    await this.limits.spend(LIMIT, network);
    const { grant_type: grantType, 'pre-authorized_code': code, tx_code: transactionCode } = form;
    if (!grantType) throw new Problem(invalidRequest, { detail: 'grant_type is missing.' });
    if (grantType !== PRE_AUTHORIZED_CODE) throw new Problem(unsupportedGrantType);
    if (!code) throw new Problem(invalidRequest, { detail: 'pre-authorized_code is missing.' });
    const outcome = await this.work.run(WALLET_SCOPE, async (tx): Promise<Outcome> => {
      const interaction = await this.interactions.findLocked(tx, { codeHash: hashOf(code) });
      const refused = await this.refusal(tx, interaction, institutionId, transactionCode);
      if (refused || !interaction) return { refused: refused ?? new Problem(invalidGrant) };
      return { accessToken: await this.give(tx, interaction) };
    });
    // Only after the commit, so that a wrong code is counted.
    if ('refused' in outcome) throw outcome.refused;
    return outcome.accessToken;
  }

  private async refusal(
    tx: Tx,
    interaction: WalletInteraction | null,
    institutionId: string,
    transactionCode: string | undefined,
  ): Promise<Problem | undefined> {
    const open =
      interaction && interactionState(interaction, this.clock.now()) === 'open' && interaction.accessTokenHash === null;
    if (!open || interaction.institutionId !== institutionId) return new Problem(invalidGrant);
    const { id, transactionCodeHash: hash, wrongCodes } = interaction;
    if ((hash === null) !== (transactionCode === undefined))
      return new Problem(invalidRequest, { detail: hash === null ? 'No tx_code is expected.' : 'tx_code is missing.' });
    if (hash === null || transactionCode === undefined || this.secrets.matchesCode(id, transactionCode, hash)) return undefined;
    await this.interactions.save(tx, { id, wrongCodes: wrongCodes + 1 });
    return new Problem(invalidGrant, { detail: 'tx_code is wrong.' });
  }

  private async give(tx: Tx, { id, expiresAt }: WalletInteraction): Promise<string> {
    const { token: secret, hash } = newSecret();
    const until = new Date(this.clock.now().getTime() + WALLET_ACCESS_LIFE_MS);
    await this.interactions.save(tx, { id, accessTokenHash: hash, expiresAt: until > expiresAt ? until : expiresAt });
    return secret;
  }
}
