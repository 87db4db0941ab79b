import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { EnrollmentState } from '../domain/enrollment-state.js';

/** A person in an offering. Pinned to the edition it began with, until somebody moves it on purpose. */
@Entity('enrollment')
@Index('enrollment_live_key', ['offeringId', 'personId'], {
  unique: true,
  where: "state <> ALL (ARRAY['withdrawn'::text, 'expired'::text])",
})
@Index('enrollment_person', ['personId'])
@Index('enrollment_institution', ['institutionId', 'createdAt', 'id'])
@Index('enrollment_state', ['institutionId', 'state', 'createdAt', 'id'])
@Index('enrollment_offering_newest', ['offeringId', 'createdAt', 'id'])
@Index('enrollment_edition', ['editionId', 'id'])
@Index('enrollment_offering', ['offeringId', 'state', 'createdAt'])
@Check('enrollment_state_known', "state IN ('invited', 'waitlisted', 'active', 'completed', 'withdrawn', 'expired')")
export class Enrollment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'enrollment_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'enrollment_institution_fk' })
  institutionId: string;

  @Column('uuid', { name: 'offering_id' })
  @ForeignKey('offering', 'id', { name: 'enrollment_offering_fk' })
  offeringId: string;

  @Column('uuid', { name: 'edition_id' })
  @ForeignKey('edition', 'id', { name: 'enrollment_edition_fk' })
  editionId: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey('person', 'id', { name: 'enrollment_person_fk' })
  personId: string;

  @Column('text')
  state: EnrollmentState;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  /** When the learner became active: release dates and deadlines count from here. */
  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  /** Computed once from the offering's rule, and again with each extension or accommodation. */
  @Column('timestamptz', { name: 'project_due_at', nullable: true })
  projectDueAt: Date | null;

  @Column('integer')
  version: number;
}
