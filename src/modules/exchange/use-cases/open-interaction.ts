import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { hashOf } from '../../../platform/secrets.js';
import { type HeldCredential, HeldCredentials } from '../../credentials/index.js';
import { type Institution, InstitutionsRepository } from '../../institutions/index.js';
import { InteractionsRepository } from '../data/interactions.repository.js';
import type { WalletInteraction } from '../data/wallet-interaction.entity.js';
import { interactionState } from '../domain/interaction.js';

export const WALLET_SCOPE = system('a wallet is nobody here: the secret that it was shown says which credential it may have');

export interface OpenedInteraction {
  interaction: WalletInteraction;
  credential: HeldCredential;
  institution: Institution;
  state: 'open' | 'claimed' | 'over';
}

/** What an interaction's secret address leads to, and the one place where a credential leaves by it. */
@Injectable()
export class OpenInteraction {
  constructor(
    private readonly work: UnitOfWork,
    private readonly interactions: InteractionsRepository,
    private readonly credentials: HeldCredentials,
    private readonly institutions: InstitutionsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Looking changes nothing, so that a browser or a scanner that opens the address uses nothing up. */
  async look(token: string): Promise<OpenedInteraction> {
    return this.work.run(WALLET_SCOPE, async (tx) =>
      this.describe(tx, await this.interactions.find(tx, { tokenHash: hashOf(token) })),
    );
  }

  async describe(tx: Tx, interaction: WalletInteraction | null): Promise<OpenedInteraction> {
    if (!interaction) throw new Problem(notFound);
    // The offer was of the award; a form that was superseded since is not what a wallet should keep.
    const credential = await this.credentials.newest(tx, interaction.credentialId);
    const institution = await this.institutions.find(tx, interaction.institutionId);
    if (!credential || !institution) throw new Error(`What interaction ${interaction.id} is about is gone`);
    const state = interactionState(interaction, this.clock.now());
    // What was revoked meanwhile is not handed over.
    return { interaction, credential, institution, state: state === 'open' && credential.state !== 'issued' ? 'over' : state };
  }

  /** Marks the credential as handed over; its exact signed bytes go. Expects the locked row of an open interaction. */
  async handOver(tx: Tx, { interaction, credential }: OpenedInteraction, claimedBy: 'vcapi' | 'oid4vci'): Promise<string> {
    const now = this.clock.now();
    await this.interactions.save(tx, { id: interaction.id, claimedAt: now, claimedBy });
    await recordEvent(tx, {
      institutionId: interaction.institutionId,
      type: 'credential.handed_over',
      actorId: interaction.personId,
      subject: { type: 'credential', id: credential.id },
      particulars: { interactionId: interaction.id, protocol: claimedBy },
      occurredAt: now,
    });
    return credential.signed;
  }
}
