import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

export type SigningKeyState = 'active' | 'retired' | 'compromised';

/** A key that an institution signs with. The private half is sealed; only the signer opens it. */
@Entity('signing_key')
@Unique('signing_key_public_key', ['publicKeyMultibase'])
@Unique('signing_key_fragment_key', ['institutionId', 'fragment'])
@Index('signing_key_active_key', ['institutionId'], { unique: true, where: "state = 'active'::text" })
@Check('signing_key_state_known', "state IN ('active', 'retired', 'compromised')")
export class SigningKey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'signing_key_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'signing_key_institution_fk' })
  institutionId: string;

  /** What the key is called in the issuer's DID document. */
  @Column('text')
  fragment: string;

  @Column('text')
  algorithm: string;

  @Column('text', { name: 'public_key_multibase' })
  publicKeyMultibase: string;

  @Column('bytea', { name: 'sealed_private_key' })
  sealedPrivateKey: Buffer;

  @Column('text')
  state: SigningKeyState;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt: Date | null;

  @Column('timestamptz', { name: 'compromised_at', nullable: true })
  compromisedAt: Date | null;
}
