import { ApiProperty } from '@nestjs/swagger';
import { IdList, Text, TextList, Whole } from '../../../platform/http/fields.js';
import { FileView } from '../../../platform/storage/present-file.js';
import { LONGEST_SUBMISSION_TEXT, MOST_LINKS } from '../domain/submission-check.js';
import { CriterionRatingDto } from './grading.dto.js';

export class SaveDraftDto {
  @Text({ max: LONGEST_SUBMISSION_TEXT, description: 'Markdown.' })
  text: string;

  @TextList({ maxItems: MOST_LINKS, max: 2_000 })
  links: string[];

  @IdList({ maxItems: 100, description: 'Files uploaded before, in the order they should stand.' })
  fileIds: string[];
}

export class SubmitAttemptDto {
  @Whole({ min: 1, max: 1_000_000_000, description: 'The version of the draft that you saw and hand in.' })
  draftVersion: number;
}

export class SubmissionDraftView {
  @ApiProperty()
  text: string;

  @ApiProperty({ type: [String] })
  links: string[];

  @ApiProperty({ type: [FileView] })
  files: FileView[];

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  savedAt: string | null;

  @ApiProperty({ type: 'integer', description: '0 before the first save.' })
  version: number;
}

export class LatenessView {
  @ApiProperty({ enum: ['on-time', 'late', 'refused'] })
  status: 'on-time' | 'late' | 'refused';

  @ApiProperty({ type: 'integer' })
  secondsLate: number;

  @ApiProperty()
  penaltyPercent: number;
}

export class VerdictView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({
    enum: ['first', 'second', 'agreed', 'correction', 'requalification'],
    description: '`requalification`: a rule of a later edition, applied to what the assessor had found.',
  })
  marker: 'first' | 'second' | 'agreed' | 'correction' | 'requalification';

  @ApiProperty()
  final: boolean;

  @ApiProperty({ enum: ['passed', 'returned', 'failed'] })
  verdict: 'passed' | 'returned' | 'failed';

  @ApiProperty()
  points: number;

  @ApiProperty()
  maxPoints: number;

  @ApiProperty({ type: [CriterionRatingDto] })
  ratings: CriterionRatingDto[];

  @ApiProperty()
  feedback: string;

  @ApiProperty({ format: 'date-time' })
  decidedAt: string;

  @ApiProperty({ type: 'string', nullable: true })
  correctionReason: string | null;
}

export class AttemptAbilities {
  @ApiProperty()
  withdraw: boolean;
}

export class AttemptView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  enrollmentId: string;

  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty()
  text: string;

  @ApiProperty({ type: [String] })
  links: string[];

  @ApiProperty({ type: [FileView] })
  files: FileView[];

  @ApiProperty({ format: 'date-time' })
  submittedAt: string;

  @ApiProperty({ description: 'SHA-256 of the work: your receipt.' })
  sha256: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  dueAt: string | null;

  @ApiProperty()
  lateness: LatenessView;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  withdrawnAt: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  gradingStartedAt: string | null;

  @ApiProperty({ type: [VerdictView], description: 'What was decided, oldest first; the last one stands.' })
  verdicts: VerdictView[];

  @ApiProperty()
  can: AttemptAbilities;
}

export class RatingView {
  @ApiProperty()
  id: string;

  @ApiProperty()
  title: string;

  @ApiProperty()
  description: string;

  @ApiProperty()
  points: number;
}

export class CriterionView {
  @ApiProperty()
  id: string;

  @ApiProperty()
  title: string;

  @ApiProperty()
  description: string;

  @ApiProperty({ type: 'number', nullable: true })
  mustPassPoints: number | null;

  @ApiProperty({ type: [RatingView] })
  ratings: RatingView[];
}

export class RubricView {
  @ApiProperty({ type: [CriterionView] })
  criteria: CriterionView[];

  @ApiProperty()
  passPoints: number;
}

export class SubmissionRulesView {
  @ApiProperty()
  text: boolean;

  @ApiProperty()
  links: boolean;

  @ApiProperty()
  files: boolean;

  @ApiProperty({ type: [String] })
  mediaTypes: string[];

  @ApiProperty({ type: 'integer' })
  maxFiles: number;

  @ApiProperty({ type: 'integer' })
  maxBytesPerFile: number;
}

export class ProjectView {
  @ApiProperty()
  title: string;

  @ApiProperty({ description: 'Sanitised HTML.' })
  briefHtml: string;

  @ApiProperty({ type: 'integer' })
  minutes: number;

  @ApiProperty()
  accepts: SubmissionRulesView;

  @ApiProperty()
  rubric: RubricView;

  @ApiProperty({ enum: ['open', 'locked', 'completed'] })
  state: 'open' | 'locked' | 'completed';

  @ApiProperty({ type: [String], description: 'Why it is locked, in words.' })
  lockedBecause: string[];

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  dueAt: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  attemptsLeft: number | null;

  @ApiProperty({ type: SubmissionDraftView, nullable: true, description: 'Only the learner sees it.' })
  draft: SubmissionDraftView | null;

  @ApiProperty({ type: [AttemptView] })
  attempts: AttemptView[];
}
