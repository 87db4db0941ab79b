import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Where a learner left off: one place for each enrolment. */
@Entity('resume_position')
export class ResumePosition {
  @PrimaryColumn('uuid', { name: 'enrollment_id', primaryKeyConstraintName: 'resume_position_pk' })
  @ForeignKey('enrollment', 'id', { name: 'resume_position_enrollment_fk' })
  enrollmentId: string;

  @Column('uuid', { name: 'institution_id' })
  institutionId: string;

  @Column('uuid', { name: 'activity_id' })
  activityId: string;

  /** Whatever the player needs to find the place again, such as a scroll position or seconds of a video. */
  @Column('jsonb')
  place: Record<string, unknown>;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
