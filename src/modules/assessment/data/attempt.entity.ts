import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Lateness } from '../../enrollment/index.js';
import type { Work } from '../domain/work.js';

/** Work that was handed in. Kept unchanged for ever. */
@Entity('attempt')
@Unique('attempt_number_key', ['submissionId', 'number'])
@Index('attempt_offering', ['offeringId', 'submittedAt'])
@Index('attempt_enrollment', ['enrollmentId'])
export class Attempt {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'attempt_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  institutionId: string;

  @Column('uuid', { name: 'submission_id' })
  @ForeignKey('submission', 'id', { name: 'attempt_submission_fk' })
  submissionId: string;

  @Column('uuid', { name: 'enrollment_id' })
  @ForeignKey('enrollment', 'id', { name: 'attempt_enrollment_fk' })
  enrollmentId: string;

  @Column('uuid', { name: 'offering_id' })
  @ForeignKey('offering', 'id', { name: 'attempt_offering_fk' })
  offeringId: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey('person', 'id', { name: 'attempt_person_fk' })
  personId: string;

  @Column('integer')
  number: number;

  @Column('jsonb')
  work: Work;

  /** SHA-256 of the work's canonical JSON: the learner's receipt. */
  @Column('text', { name: 'work_sha256' })
  workSha256: string;

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt: Date;

  /** The deadline that held when it was handed in. */
  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;

  /** Decided when it was handed in. */
  @Column('jsonb')
  lateness: Lateness;
}
