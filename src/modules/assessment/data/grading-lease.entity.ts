import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { LeaseMarker } from '../domain/marking-stage.js';

/** Who is grading which attempt, and until when. */
@Entity('grading_lease')
@Check('grading_lease_marker_known', "marker IN ('first', 'second', 'agreed')")
export class GradingLease {
  @PrimaryColumn('uuid', { name: 'attempt_id', primaryKeyConstraintName: 'grading_lease_pk' })
  @ForeignKey('attempt', 'id', { name: 'grading_lease_attempt_fk' })
  attemptId: string;

  @Column('uuid', { name: 'institution_id' })
  institutionId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'grading_lease_pk' })
  marker: LeaseMarker;

  @Column('uuid', { name: 'assessor_id' })
  assessorId: string;

  @Column('timestamptz', { name: 'taken_at' })
  takenAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
