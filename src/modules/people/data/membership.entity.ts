import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Role } from '../../../platform/http/access.js';
import { Institution } from '../../institutions/index.js';
import { Person } from './person.entity.js';

/** A person belongs to an institution; while suspended, they are nobody there. */
@Entity('membership')
@Unique('membership_person_key', ['institutionId', 'personId'])
@Index('membership_person', ['personId'])
@Index('membership_institution', ['institutionId', 'createdAt', 'id'])
export class Membership {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'membership_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey(() => Institution, { name: 'membership_institution_fk' })
  institutionId: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey(() => Person, { name: 'membership_person_fk' })
  personId: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'suspended_at', nullable: true })
  suspendedAt: Date | null;
}

/** The role is held while the row is there; who held it when is told by `role.granted` and `role.revoked` events. */
@Entity('membership_role')
@Check('membership_role_known', `role in ('learner', 'instructor', 'assessor', 'office', 'admin')`)
export class MembershipRole {
  @PrimaryColumn('uuid', { name: 'membership_id', primaryKeyConstraintName: 'membership_role_pk' })
  @ForeignKey(() => Membership, { name: 'membership_role_membership_fk' })
  membershipId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'membership_role_pk' })
  role: Role;

  @Column('uuid', { name: 'institution_id' })
  institutionId: string;

  @Column('uuid', { name: 'granted_by', nullable: true })
  grantedBy: string | null;

  @Column('timestamptz', { name: 'granted_at' })
  grantedAt: Date;
}
