import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { FactKind, FactSource } from '../domain/progress-facts.js';

/** What a learner did, as it was told to us. The id comes from the teller, so that telling twice is telling once. */
@Entity('progress_fact')
@Index('progress_fact_recorded', ['recordedAt'], { type: 'brin' })
@Check('progress_fact_kind_known', "kind IN ('progressed', 'completed', 'waived')")
@Check('progress_fact_source_known', "source IN ('learner', 'quiz', 'waiver', 'import', 'lti', 'move')")
@Check('progress_fact_value_sane', 'value >= 0 AND value <= 1')
export class RecordedFact {
  @PrimaryColumn('uuid', { name: 'enrollment_id', primaryKeyConstraintName: 'progress_fact_pk' })
  @ForeignKey('enrollment', 'id', { name: 'progress_fact_enrollment_fk' })
  enrollmentId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'progress_fact_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  institutionId: string;

  @Column('uuid', { name: 'activity_id' })
  activityId: string;

  @Column('text')
  kind: FactKind;

  /** 0–1. */
  @Column('double precision')
  value: number;

  @Column('text')
  source: FactSource;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column('timestamptz', { name: 'effective_at' })
  effectiveAt: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}
