import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { ActivityBody } from '../domain/activity.js';

/** An activity of a course that authors edit. */
@Entity('activity')
@Unique('activity_position_key', ['courseId', 'position'], { deferrable: 'INITIALLY DEFERRED' })
@Check('activity_minutes_sane', '((minutes >= 0) AND (minutes <= 6000))')
export class CourseActivity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'activity_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  institutionId: string;

  @Column('uuid', { name: 'course_id' })
  @ForeignKey('course', 'id', { name: 'activity_course_fk' })
  courseId: string;

  /** Counted from 0, without gaps. */
  @Column('integer')
  position: number;

  @Column('text')
  title: string;

  @Column('integer')
  minutes: number;

  @Column('boolean')
  required: boolean;

  @Column('jsonb')
  body: ActivityBody;

  @Column('integer')
  version: number;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
