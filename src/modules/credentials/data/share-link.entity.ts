import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A way to a credential that its learner made for somebody, and that ends. */
@Entity('credential_share_link')
@Unique('credential_share_link_token_key', ['tokenHash'])
@Index('credential_share_link_credential', ['credentialId', 'createdAt'])
export class ShareLink {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'credential_share_link_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'credential_share_link_institution_fk' })
  institutionId: string;

  @Column('uuid', { name: 'credential_id' })
  @ForeignKey('credential', 'id', { name: 'credential_share_link_credential_fk' })
  credentialId: string;

  /** SHA-256 of the token, base64url. */
  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  /** For whom it is, in the learner's words. */
  @Column('text')
  label: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}
