import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The greatest of the facts for each activity. Written only by the statement that records facts. */
@Entity('activity_progress')
export class KnownActivity {
  @Column('uuid', { name: 'institution_id' })
  institutionId: string;

  @PrimaryColumn('uuid', { name: 'enrollment_id', primaryKeyConstraintName: 'activity_progress_pk' })
  @ForeignKey('enrollment', 'id', { name: 'activity_progress_enrollment_fk' })
  enrollmentId: string;

  @PrimaryColumn('uuid', { name: 'activity_id', primaryKeyConstraintName: 'activity_progress_pk' })
  activityId: string;

  /** 0–1. */
  @Column('double precision')
  value: number;

  @Column('timestamptz', { name: 'completed_at', nullable: true })
  completedAt: Date | null;

  @Column('boolean')
  waived: boolean;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
