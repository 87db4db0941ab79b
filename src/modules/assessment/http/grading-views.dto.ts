import { ApiProperty } from '@nestjs/swagger';
import { RatingNoteDto } from './grading.dto.js';
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

  @ApiProperty({ enum: ['passed', 'returned', 'failed'], nullable: true, description: 'The verdict that stands.' })
  verdict: 'passed' | 'returned' | 'failed' | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  decidedAt: string | null;
}

export class GradingClaimView {
  @ApiProperty({ format: 'uuid' })
  assessorId: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: 'integer', description: 'Attempts that they are grading now.' })
  attempts: number;
}

export class OfferingWorkView {
  @ApiProperty({ format: 'uuid' })
  offeringId: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: 'integer', description: 'Attempts without a verdict.' })
  waiting: number;

  @ApiProperty({ type: 'integer' })
  decided: number;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'When the one that waits longest was handed in.',
  })
  oldestAt: string | null;

  @ApiProperty({ type: [GradingClaimView] })
  claims: GradingClaimView[];
}

export class GradingWorkView {
  @ApiProperty({ type: [OfferingWorkView], description: 'The offerings that you assess, where work waits longest first.' })
  items: OfferingWorkView[];
}

export class AssessmentDraftView {
  @ApiProperty({ type: [RatingNoteDto] })
  ratings: RatingNoteDto[];

  @ApiProperty()
  feedback: string;

  @ApiProperty({ type: 'integer', description: '0 before the first save.' })
  version: number;
}

export class GradingAbilities {
  @ApiProperty()
  assess: boolean;

  @ApiProperty({ description: 'Put the verdict that stands right.' })
  correct: boolean;
}

export class GradingView {
  @ApiProperty({ format: 'uuid' })
  offeringId: string;

  @ApiProperty({ description: 'Empty for somebody who is no longer known.' })
  learnerName: string;

  @ApiProperty({ description: 'What was written, as sanitised HTML.' })
  textHtml: string;

  @ApiProperty({ description: 'What was asked for, as sanitised HTML.' })
  briefHtml: string;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'How often it can still be handed in after this attempt; null: without a limit.',
  })
  attemptsLeft: number | null;

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
