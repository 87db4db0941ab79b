import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { StaffRole } from '../domain/staff-role.js';

/** Who teaches or assesses an offering. */
@Entity('offering_staff')
@Check('offering_staff_role_known', "role IN ('instructor', 'assessor')")
export class OfferingStaff {
  @Column('uuid', { name: 'institution_id' })
  institutionId: string;

  @PrimaryColumn('uuid', { name: 'offering_id', primaryKeyConstraintName: 'offering_staff_pk' })
  @ForeignKey('offering', 'id', { name: 'offering_staff_offering_fk' })
  offeringId: string;

  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'offering_staff_pk' })
  @ForeignKey('person', 'id', { name: 'offering_staff_person_fk' })
  personId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'offering_staff_pk' })
  role: StaffRole;

  @Column('timestamptz', { name: 'added_at' })
  addedAt: Date;

  /** An LMS says so: its next word may take it away. */
  @Column('boolean', { name: 'from_lti', default: false })
  fromLti: boolean;
}
