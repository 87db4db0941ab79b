import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { UsedWalletNonce } from './used-wallet-nonce.entity.js';
import { WalletInteraction } from './wallet-interaction.entity.js';

/** One of the secrets by which a wallet names an interaction. */
export type InteractionKey =
  | Pick<WalletInteraction, 'tokenHash'>
  | Pick<WalletInteraction, 'codeHash'>
  | { accessTokenHash: string };

@Injectable()
export class InteractionsRepository {
  async add(tx: Tx, interaction: WalletInteraction): Promise<void> {
    await tx.manager.insert(WalletInteraction, interaction);
  }

  async find(tx: Tx, key: InteractionKey): Promise<WalletInteraction | null> {
    return tx.manager.findOneBy(WalletInteraction, key);
  }

  /** Makes wallets that come at once take turns. */
  async findLocked(tx: Tx, key: InteractionKey | { id: string }): Promise<WalletInteraction | null> {
    return tx.manager.findOne(WalletInteraction, { where: key, lock: { mode: 'pessimistic_write' } });
  }

  async save(tx: Tx, { id, ...changes }: Partial<WalletInteraction> & { id: string }): Promise<void> {
    await tx.manager.update(WalletInteraction, { id }, changes);
  }

  /** Removes what ran out long ago without being used; what was claimed stays with the credential. */
  async forget(tx: Tx, before: Date): Promise<void> {
    await tx.query('delete from wallet_interaction where expires_at < $1 and claimed_at is null', [before]);
  }

  /** Notes that a nonce was used; false: it was before. */
  async useNonce(tx: Tx, { nonceHash, institutionId, usedAt }: UsedWalletNonce): Promise<boolean> {
    const noted = await tx.query(
      `insert into used_wallet_nonce (nonce_hash, institution_id, used_at) values ($1, $2, $3)
       on conflict (nonce_hash) do nothing returning nonce_hash`,
      [nonceHash, institutionId, usedAt],
    );
    return noted.length > 0;
  }

  /** Those of the scope that were used before, which by then are too old to be accepted. */
  async forgetNonces(tx: Tx, before: Date): Promise<void> {
    await tx.query('delete from used_wallet_nonce where used_at < $1', [before]);
  }
}
