import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A nonce that was accepted in a wallet's proof, and is not accepted again. */
@Entity('used_wallet_nonce')
@Index('used_wallet_nonce_used', ['usedAt'])
export class UsedWalletNonce {
  @PrimaryColumn('text', { name: 'nonce_hash', primaryKeyConstraintName: 'used_wallet_nonce_pk' })
  nonceHash: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'used_wallet_nonce_institution_fk' })
  institutionId: string;

  @Column('timestamptz', { name: 'used_at' })
  usedAt: Date;
}
