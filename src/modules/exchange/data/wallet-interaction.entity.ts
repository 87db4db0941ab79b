import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One credential on its way into one wallet. */
@Entity('wallet_interaction')
@Unique('wallet_interaction_token_key', ['tokenHash'])
@Unique('wallet_interaction_code_key', ['codeHash'])
@Unique('wallet_interaction_access_key', ['accessTokenHash'])
@Index('wallet_interaction_credential', ['credentialId'])
@Check('wallet_interaction_claimed_by_known', "claimed_by IN ('vcapi', 'oid4vci')")
export class WalletInteraction {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'wallet_interaction_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'wallet_interaction_institution_fk' })
  institutionId: string;

  @Column('uuid', { name: 'credential_id' })
  @ForeignKey('credential', 'id', { name: 'wallet_interaction_credential_fk' })
  credentialId: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey('person', 'id', { name: 'wallet_interaction_person_fk' })
  personId: string;

  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  /** Of the pre-authorised code, which follows from the token. */
  @Column('text', { name: 'code_hash' })
  codeHash: string;

  /** Set when the wallet has to sign it. */
  @Column('text', { nullable: true })
  challenge: string | null;

  @Column('text', { name: 'transaction_code_hash', nullable: true })
  transactionCodeHash: string | null;

  @Column('integer', { name: 'wrong_codes' })
  wrongCodes: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  /** Set when the pre-authorised code was redeemed. */
  @Column('text', { name: 'access_token_hash', nullable: true })
  accessTokenHash: string | null;

  @Column('timestamptz', { name: 'claimed_at', nullable: true })
  claimedAt: Date | null;

  @Column('text', { name: 'claimed_by', nullable: true })
  claimedBy: 'vcapi' | 'oid4vci' | null;

  /** The learner wishes that the credential names the wallet's key as its holder. */
  @Column('boolean')
  binds: boolean;

  /** The DID of the key that came first, where the learner wishes it. */
  @Column('text', { name: 'bound_did', nullable: true })
  boundDid: string | null;

  /** What the wallet told of it afterwards (OID4VCI 1.0 §11). */
  @Column('text', { nullable: true })
  notification: string | null;
}
