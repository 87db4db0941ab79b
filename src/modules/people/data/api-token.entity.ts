import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { TokenScope } from '../../../platform/http/access.js';
import { Institution } from '../../institutions/index.js';
import { Person } from './person.entity.js';

/** Lets a program act as a person at one institution, within its scopes and never beyond the person's roles. */
@Entity('api_token')
@Unique('api_token_token_key', ['tokenHash'])
@Index('api_token_institution', ['institutionId', 'createdAt'])
export class ApiToken {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'api_token_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey(() => Institution, { name: 'api_token_institution_fk' })
  institutionId: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey(() => Person, { name: 'api_token_person_fk' })
  personId: string;

  @Column('text')
  name: string;

  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('text', { array: true })
  scopes: TokenScope[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}
