import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Role } from '../../../platform/http/access.js';
import { Person } from './person.entity.js';

/** Somebody is signed in with a browser. Belongs to the person, not to the institution they act for. */
@Entity('session')
@Unique('session_token_key', ['tokenHash'])
@Index('session_person', ['personId'])
@Check('session_limited_whole', '(roles is null) = (context_id is null)')
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

  /** What an LMS says that they are in one context of it; `null`: they are what their membership says. */
  @Column('text', { array: true, nullable: true })
  roles: Role[] | null;

  @Column('uuid', { name: 'context_id', nullable: true })
  contextId: string | null;

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
