import { Injectable } from '@nestjs/common';
import { Environment } from '../../../platform/config/environment.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Problem } from '../../../platform/http/problem.js';
import { hashOf } from '../../../platform/secrets.js';
import { isJsonObject, type JsonObject, VerifyPresentation } from '../../credentials/index.js';
import { InteractionsRepository } from '../data/interactions.repository.js';
import { openIdOnly } from '../domain/interaction.js';
import { interactionOver, malformedDocument, notVerified } from '../problems.js';
import { OpenInteraction, WALLET_SCOPE } from './open-interaction.js';

export type VcApiTurn = { ask: { challenge: string; domain: string } } | { signed: string };

/** A wallet takes part in a VC-API exchange (VCALM §3.6): it may have to say who it is first, then it gets the credential, once. */
@Injectable()
export class ClaimByVcApi {
  constructor(
    private readonly work: UnitOfWork,
    private readonly interactions: InteractionsRepository,
    private readonly open: OpenInteraction,
    private readonly presentations: VerifyPresentation,
    private readonly environment: Environment,
  ) {}

  async run(token: string, message: JsonObject): Promise<VcApiTurn> {
    const { interaction, state } = await this.open.look(token);
    // What is asked of OpenID4VCI wallets alone cannot be got around by this door.
    if (state !== 'open' || openIdOnly(interaction)) throw new Problem(interactionOver);
    const { challenge } = interaction;
    if (challenge !== null) {
      const audience = { challenge, domain: this.environment.publicUrl };
      const { verifiablePresentation } = message;
      if (verifiablePresentation === undefined) return { ask: audience };
      if (!isJsonObject(verifiablePresentation))
        throw new Problem(malformedDocument, { detail: 'verifiablePresentation must be a JSON object.' });
      const { holder, verified } = await this.presentations.run(verifiablePresentation, audience);
      const fault = holder.checks.find(({ outcome }) => outcome !== 'passed');
      if (!verified)
        throw new Problem(notVerified, { detail: fault?.detail ?? fault?.reason ?? 'A presented credential is bad.' });
    }
    return this.work.run(WALLET_SCOPE, async (tx) => {
      const opened = await this.open.describe(tx, await this.interactions.findLocked(tx, { tokenHash: hashOf(token) }));
      if (opened.state !== 'open') throw new Problem(interactionOver);
      return { signed: await this.open.handOver(tx, opened, 'vcapi') };
    });
  }
}
