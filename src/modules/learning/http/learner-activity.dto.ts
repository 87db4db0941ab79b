import { ApiProperty } from '@nestjs/swagger';
import { oneOf } from '../../../platform/http/variants.js';
import { FileView } from '../../../platform/storage/present-file.js';

export class PageContentView {
  @ApiProperty({ enum: ['page'] })
  kind: 'page';

  @ApiProperty({ description: 'Sanitised HTML. Links to activities are `./<id>`.' })
  html: string;

  @ApiProperty({ type: [String] })
  objectives: string[];
}

export class VideoContentView {
  @ApiProperty({ enum: ['video'] })
  kind: 'video';

  @ApiProperty({ description: 'The address of the player, to be framed.' })
  embedUrl: string;

  @ApiProperty()
  transcript: string;
}

export class FileContentView {
  @ApiProperty({ enum: ['file'] })
  kind: 'file';

  @ApiProperty({ description: 'Its bytes are at `/api/v1/files/<id>/content`.' })
  file: FileView;

  @ApiProperty()
  description: string;
}

const REVEALS = ['after-attempt', 'after-pass', 'never'] as const;

export class QuizRulesView {
  @ApiProperty({ type: 'integer', description: 'How many an attempt asks.' })
  questions: number;

  @ApiProperty({ minimum: 0, maximum: 1, description: 'Share of the points that passes.' })
  passMark: number;

  @ApiProperty({ type: 'integer', nullable: true, description: 'null: as often as you like.' })
  attemptLimit: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'For this learner, extra time included; null: no limit.' })
  timeLimitSeconds: number | null;

  @ApiProperty({ enum: REVEALS, description: 'When right answers and feedback are shown.' })
  reveal: (typeof REVEALS)[number];
}

export class QuizAttemptSummaryView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty({ format: 'date-time' })
  startedAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  submittedAt: string | null;

  @ApiProperty({ type: 'number', nullable: true, minimum: 0, maximum: 1 })
  share: number | null;

  @ApiProperty({ type: 'boolean', nullable: true })
  passed: boolean | null;
}

export class QuizContentView {
  @ApiProperty({ enum: ['quiz'] })
  kind: 'quiz';

  @ApiProperty({ description: 'Sanitised HTML.' })
  introductionHtml: string;

  @ApiProperty()
  rules: QuizRulesView;

  @ApiProperty({ type: [QuizAttemptSummaryView] })
  attempts: QuizAttemptSummaryView[];

  @ApiProperty({ description: 'Start an attempt, or go on with the open one.' })
  canStart: boolean;
}

export const CONTENT_VIEWS = { page: PageContentView, video: VideoContentView, file: FileContentView, quiz: QuizContentView };
export type ActivityContentView = PageContentView | VideoContentView | FileContentView | QuizContentView;

export class CourseAttributionView {
  @ApiProperty()
  authors: string;

  @ApiProperty()
  licence: string;

  @ApiProperty()
  licenceUrl: string;

  @ApiProperty()
  sourceUrl: string;

  @ApiProperty()
  changes: string;
}

export class LearnerActivityView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: 'integer' })
  minutes: number;

  @ApiProperty()
  required: boolean;

  @ApiProperty({ format: 'uuid' })
  courseId: string;

  @ApiProperty()
  courseTitle: string;

  @ApiProperty({ description: 'BCP 47.' })
  language: string;

  @ApiProperty({ type: CourseAttributionView, nullable: true, description: 'Whose work the course is; to be shown with it.' })
  attribution: CourseAttributionView | null;

  @ApiProperty(oneOf('kind', CONTENT_VIEWS))
  content: ActivityContentView;
}
