import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { JwtAlgorithm } from '../domain/key-algorithms.js';

/** The VC-JWT form of a credential, once for each algorithm. The award and its status are the credential's. */
@Entity('vc_jwt')
@Index('vc_jwt_signing_key', ['signingKeyId'])
@Check('vc_jwt_algorithm_known', "algorithm IN ('RS256', 'ES256', 'EdDSA')")
export class VcJwt {
  @PrimaryColumn('uuid', { name: 'credential_id', primaryKeyConstraintName: 'vc_jwt_pk' })
  @ForeignKey('credential', 'id', { name: 'vc_jwt_credential_fk' })
  credentialId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'vc_jwt_pk' })
  algorithm: JwtAlgorithm;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'vc_jwt_institution_fk' })
  institutionId: string;

  @Column('uuid', { name: 'signing_key_id' })
  @ForeignKey('signing_key', 'id', { name: 'vc_jwt_signing_key_fk' })
  signingKeyId: string;

  /** The exact compact JWS. */
  @Column('text')
  signed: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;
}
