import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** What a learner has put together so far. */
export interface SubmissionDraft {
  text: string;
  links: string[];
  fileIds: string[];
}

/** A learner's project work: the draft that changes; the attempts made from it never do. */
@Entity('submission')
@Unique('submission_enrollment_key', ['enrollmentId'])
export class Submission {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'submission_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  institutionId: string;

  @Column('uuid', { name: 'enrollment_id' })
  @ForeignKey('enrollment', 'id', { name: 'submission_enrollment_fk' })
  enrollmentId: string;

  @Column('jsonb')
  draft: SubmissionDraft;

  @Column('integer')
  revision: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
