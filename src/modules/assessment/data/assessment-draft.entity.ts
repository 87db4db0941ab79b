import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { CriterionRating } from '../domain/criterion-rating.js';

/** What an assessor has noted so far; nobody else sees it. */
@Entity('assessment_draft')
export class AssessmentDraft {
  @PrimaryColumn('uuid', { name: 'attempt_id', primaryKeyConstraintName: 'assessment_draft_pk' })
  @ForeignKey('attempt', 'id', { name: 'assessment_draft_attempt_fk' })
  attemptId: string;

  @Column('uuid', { name: 'institution_id' })
  institutionId: string;

  @PrimaryColumn('uuid', { name: 'assessor_id', primaryKeyConstraintName: 'assessment_draft_pk' })
  assessorId: string;

  @Column('jsonb')
  ratings: CriterionRating[];

  @Column('text')
  feedback: string;

  @Column('integer')
  revision: number;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
