import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** Earned once by a person, counted in every micro-credential that uses the course. */
@Entity('course_completion')
@Unique('course_completion_key', ['personId', 'courseId'])
@Index('course_completion_enrollment', ['enrollmentId'])
export class CourseCompletion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'course_completion_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  institutionId: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey('person', 'id', { name: 'course_completion_person_fk' })
  personId: string;

  @Column('uuid', { name: 'course_id' })
  @ForeignKey('course', 'id', { name: 'course_completion_course_fk' })
  courseId: string;

  /** Where it was earned. */
  @Column('uuid', { name: 'enrollment_id' })
  @ForeignKey('enrollment', 'id', { name: 'course_completion_enrollment_fk' })
  enrollmentId: string;

  @Column('timestamptz', { name: 'completed_at' })
  completedAt: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}
