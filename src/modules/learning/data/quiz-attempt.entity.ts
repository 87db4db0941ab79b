import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Answers } from '../domain/quiz/check-answer-shape.js';
import type { AttemptScore } from '../domain/quiz/score-attempt.js';

/** One go at a quiz. The seed decides which questions it asks and stays on the server. */
@Entity('quiz_attempt')
@Unique('quiz_attempt_number_key', ['enrollmentId', 'activityId', 'number'])
@Index('quiz_attempt_open_key', ['enrollmentId', 'activityId'], { unique: true, where: 'submitted_at IS NULL' })
@Index('quiz_attempt_running_out', ['dueAt'], { where: 'submitted_at IS NULL' })
export class QuizAttempt {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'quiz_attempt_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  institutionId: string;

  @Column('uuid', { name: 'enrollment_id' })
  @ForeignKey('enrollment', 'id', { name: 'quiz_attempt_enrollment_fk' })
  enrollmentId: string;

  /** Whose questions it asks: the learner may be moved to another edition afterwards. */
  @Column('uuid', { name: 'edition_id' })
  @ForeignKey('edition', 'id', { name: 'quiz_attempt_edition_fk' })
  editionId: string;

  @Column('uuid', { name: 'activity_id' })
  activityId: string;

  /** 1, 2, 3, … */
  @Column('integer')
  number: number;

  @Column('text')
  seed: string;

  /** With the questions' own part ids. */
  @Column('jsonb')
  answers: Answers;

  /** Counts each time the answers were saved. */
  @Column('integer')
  revision: number;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  /** When the time is over; `null` without a limit. */
  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt: Date | null;

  /** What the submitted attempt earned. */
  @Column('jsonb', { nullable: true })
  result: AttemptScore | null;
}
