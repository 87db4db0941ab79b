import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a member lets a program do at one institution. */
@Entity('service_grant')
@Index('service_grant_person', ['institutionId', 'personId', 'createdAt'])
@Index('service_grant_client', ['clientId'])
export class ServiceGrant {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_grant_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'service_grant_institution_fk' })
  institutionId: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey('person', 'id', { name: 'service_grant_person_fk' })
  personId: string;

  @Column('text', { name: 'client_id' })
  @ForeignKey('oauth_client', 'id', { name: 'service_grant_client_fk' })
  clientId: string;

  /** As the member saw it when they agreed. */
  @Column('text', { name: 'client_name' })
  clientName: string;

  @Column('text', { array: true })
  scopes: string[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}
