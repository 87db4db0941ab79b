import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a program redeems for tokens, once (RFC 6749 §4.1.2). */
@Entity('authorization_code')
@Index('authorization_code_grant', ['grantId'])
export class AuthorizationCode {
  @PrimaryColumn('text', { name: 'code_hash', primaryKeyConstraintName: 'authorization_code_pk' })
  codeHash: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'authorization_code_institution_fk' })
  institutionId: string;

  @Column('uuid', { name: 'grant_id' })
  @ForeignKey('service_grant', 'id', { name: 'authorization_code_grant_fk' })
  grantId: string;

  @Column('text', { name: 'redirect_uri' })
  redirectUri: string;

  /** PKCE S256 (RFC 7636 §4.2). */
  @Column('text', { name: 'code_challenge' })
  codeChallenge: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}
