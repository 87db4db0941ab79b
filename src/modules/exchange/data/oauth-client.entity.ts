import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A program that learners may connect (RFC 7591). It belongs to no institution. */
@Entity('oauth_client')
export class OAuthClient {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'oauth_client_pk' })
  id: string;

  @Column('text', { name: 'secret_hash' })
  secretHash: string;

  @Column('text')
  name: string;

  @Column('text', { name: 'redirect_uris', array: true })
  redirectUris: string[];

  @Column('text', { array: true })
  scopes: string[];

  @Column('text', { name: 'client_uri', nullable: true })
  clientUri: string | null;

  @Column('text', { name: 'policy_uri', nullable: true })
  policyUri: string | null;

  @Column('text', { name: 'tos_uri', nullable: true })
  tosUri: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
