import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** That a credential was taken back, by whom and why. The reason is not public. */
@Entity('credential_revocation')
export class CredentialRevocation {
  @PrimaryColumn('uuid', { name: 'credential_id', primaryKeyConstraintName: 'credential_revocation_pk' })
  @ForeignKey('credential', 'id', { name: 'credential_revocation_credential_fk' })
  credentialId: string;

  @Column('uuid', { name: 'institution_id' })
  institutionId: string;

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'revoked_by' })
  revokedBy: string;

  @Column('timestamptz', { name: 'revoked_at' })
  revokedAt: Date;
}
