import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a connected program sends; only its hash is kept. */
@Entity('service_token')
@Index('service_token_grant', ['grantId'])
@Check('service_token_kind_known', "kind IN ('access', 'refresh')")
export class ServiceToken {
  @PrimaryColumn('text', { name: 'token_hash', primaryKeyConstraintName: 'service_token_pk' })
  tokenHash: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'service_token_institution_fk' })
  institutionId: string;

  @Column('uuid', { name: 'grant_id' })
  @ForeignKey('service_grant', 'id', { name: 'service_token_grant_fk' })
  grantId: string;

  @Column('text')
  kind: 'access' | 'refresh';

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  /** Used up, as a refresh token, or revoked. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
