import { ApiProperty } from '@nestjs/swagger';
import { CriterionRatingDto } from './grading.dto.js';
import { AttemptView, RubricView } from './project.dto.js';

export class LeaseView {
  @ApiProperty({ format: 'uuid' })
  assessorId: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}

export class QueuedAttemptView {
  @ApiProperty({ format: 'uuid' })
  attemptId: string;

  @ApiProperty()
  learnerName: string;

  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty({ format: 'date-time' })
  submittedAt: string;

  @ApiProperty({ enum: ['first', 'second', 'agreed'], nullable: true })
  awaits: 'first' | 'second' | 'agreed' | null;

  @ApiProperty({ type: LeaseView, nullable: true })
  lease: LeaseView | null;
}

export class AssessmentDraftView {
  @ApiProperty({ type: [CriterionRatingDto] })
  ratings: CriterionRatingDto[];

  @ApiProperty()
  feedback: string;

  @ApiProperty({ type: 'integer', description: '0 before the first save.' })
  version: number;
}

export class GradingAbilities {
  @ApiProperty()
  assess: boolean;
}

export class GradingView {
  @ApiProperty()
  attempt: AttemptView;

  @ApiProperty({ type: [AttemptView] })
  earlierAttempts: AttemptView[];

  @ApiProperty()
  rubric: RubricView;

  @ApiProperty()
  projectTitle: string;

  @ApiProperty({ enum: ['first', 'second', 'agreed'], nullable: true, description: 'null: the verdict stands.' })
  awaits: 'first' | 'second' | 'agreed' | null;

  @ApiProperty({ type: LeaseView, nullable: true })
  lease: LeaseView | null;

  @ApiProperty({ type: AssessmentDraftView, nullable: true })
  draft: AssessmentDraftView | null;

  @ApiProperty()
  can: GradingAbilities;
}
