import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Person } from './person.entity.js';

/** Somebody is signed in with a browser. Belongs to the person, not to the institution they act for. */
@Entity('session')
@Unique('session_token_key', ['tokenHash'])
@Index('session_person', ['personId'])
export class Session {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_pk' })
  id: string;

  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey(() => Person, { name: 'session_person_fk' })
  personId: string;

  @Column('uuid', { name: 'acting_institution_id', nullable: true })
  actingInstitutionId: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'last_seen_at' })
  lastSeenAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  @Column('text', { name: 'user_agent' })
  userAgent: string;
}
