import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CriterionRating } from '../domain/criterion-rating.js';
import type { Marker } from '../domain/marking-stage.js';
import type { Verdict } from '../domain/verdict-rules.js';

/** A mark or verdict as it was given. The verdict of an attempt is its last final one; the others are its history. */
@Entity('assessment')
@Unique('assessment_version_key', ['attemptId', 'version'])
@Index('assessment_marker_key', ['attemptId', 'marker'], { unique: true, where: "marker <> 'correction'::text" })
@Index('assessment_enrollment', ['enrollmentId', 'decidedAt'])
@Check('assessment_verdict_known', "verdict IN ('passed', 'returned', 'failed')")
@Check('assessment_marker_known', "marker IN ('first', 'second', 'agreed', 'correction', 'requalification')")
export class Assessment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'assessment_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  institutionId: string;

  @Column('uuid', { name: 'attempt_id' })
  @ForeignKey('attempt', 'id', { name: 'assessment_attempt_fk' })
  attemptId: string;

  @Column('uuid', { name: 'enrollment_id' })
  @ForeignKey('enrollment', 'id', { name: 'assessment_enrollment_fk' })
  enrollmentId: string;

  /** 1, 2, 3 … without gaps. */
  @Column('integer')
  version: number;

  @Column('text')
  marker: Marker;

  /** Whether it stands as the verdict, or waits for a second mark. */
  @Column('boolean')
  final: boolean;

  @Column('text')
  verdict: Verdict;

  /** After lateness. */
  @Column('double precision')
  points: number;

  @Column('double precision', { name: 'max_points' })
  maxPoints: number;

  @Column('jsonb')
  ratings: CriterionRating[];

  @Column('text')
  feedback: string;

  @Column('uuid', { name: 'assessor_id' })
  assessorId: string;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;

  @Column('text', { name: 'correction_reason', nullable: true })
  correctionReason: string | null;
}
