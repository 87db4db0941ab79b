import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Role } from '../../../platform/http/access.js';
import { Institution } from '../../institutions/index.js';

/** An offer, by mail, to become a member with some roles. Whoever holds the token may take it, once. */
@Entity('invitation')
@Unique('invitation_token_key', ['tokenHash'])
@Index('invitation_institution', ['institutionId', 'createdAt'])
export class Invitation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'invitation_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey(() => Institution, { name: 'invitation_institution_fk' })
  institutionId: string;

  @Column('text')
  email: string;

  @Column('text')
  name: string;

  @Column('text', { array: true })
  roles: Role[];

  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('uuid', { name: 'invited_by' })
  invitedBy: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt: Date | null;

  @Column('uuid', { name: 'accepted_by', nullable: true })
  acceptedBy: string | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}
