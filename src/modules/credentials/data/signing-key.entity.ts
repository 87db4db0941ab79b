import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { KeyAlgorithm } from '../domain/key-algorithms.js';

export type SigningKeyState = 'active' | 'retired' | 'compromised';

/** A key that an institution signs with. The private half is in custody, where it alone signs. */
@Entity('signing_key')
@Unique('signing_key_public_key', ['publicKeyMultibase'])
@Unique('signing_key_fragment_key', ['institutionId', 'fragment'])
@Index('signing_key_active_key', ['institutionId', 'algorithm'], { unique: true, where: "state = 'active'::text" })
@Check('signing_key_algorithm_known', "algorithm IN ('Ed25519', 'RS256', 'ES256')")
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
  algorithm: KeyAlgorithm;

  /** The public half as `encodePublicKey` writes it. */
  @Column('text', { name: 'public_key_multibase' })
  publicKeyMultibase: string;

  /** The reference that its custody gave. */
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

  /** What somebody who reported it wrote. Not public. */
  @Column('text', { name: 'compromise_reason', nullable: true })
  compromiseReason: string | null;
}
