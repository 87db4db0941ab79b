import { ApiProperty } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import { Nested, Whole } from '../../../platform/http/fields.js';
import { oneOf } from '../../../platform/http/variants.js';
import type { Answer } from '../domain/quiz/quiz-rules.js';
import type { LearnerQuestion } from '../domain/quiz/learner-view.js';
import { ANSWER_VIEWS, QUESTION_VIEWS } from './quiz-shapes.dto.js';

const answersSchema = {
  type: 'object',
  additionalProperties: oneOf('type', ANSWER_VIEWS),
  description: 'Answers by question id, parts under the names they are shown by. Left out: not answered.',
} as const;

export class SaveAnswersDto {
  @Whole({ min: 1, max: 1_000_000_000, description: 'The revision that the answers were made on.' })
  revision: number;

  @ApiProperty(answersSchema)
  @IsObject()
  answers: Record<string, unknown>;
}

export class SubmitQuizDto {
  @Nested(SaveAnswersDto, { optional: true, description: 'Answers to save last; left out: what was saved is handed in.' })
  last?: SaveAnswersDto;
}

export class SavedAnswersView {
  @ApiProperty({ type: 'integer', description: 'To be sent with the next save.' })
  revision: number;

  @ApiProperty({ format: 'date-time' })
  savedAt: string;
}

export class RevealedAnswerView {
  @ApiProperty({ ...oneOf('type', ANSWER_VIEWS) })
  rightAnswer: Answer;

  @ApiProperty({ type: [String], description: 'Sanitised HTML on what was chosen.' })
  feedbackHtml: string[];

  @ApiProperty({ description: 'Sanitised HTML.' })
  explanationHtml: string;
}

export class QuestionResultView {
  @ApiProperty()
  questionId: string;

  @ApiProperty()
  points: number;

  @ApiProperty()
  maxPoints: number;

  @ApiProperty({ type: RevealedAnswerView, nullable: true, description: 'null while the author does not allow it to be seen.' })
  revealed: RevealedAnswerView | null;
}

export class QuizResultView {
  @ApiProperty()
  points: number;

  @ApiProperty()
  maxPoints: number;

  @ApiProperty({ minimum: 0, maximum: 1 })
  share: number;

  @ApiProperty()
  passed: boolean;

  @ApiProperty({ type: [QuestionResultView] })
  questions: QuestionResultView[];
}

export class QuizAttemptAbilities {
  @ApiProperty({ description: 'Save answers.' })
  save: boolean;

  @ApiProperty()
  submit: boolean;
}

const ATTEMPT_STATES = ['running', 'over', 'submitted'] as const;

export class QuizAttemptView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  enrollmentId: string;

  @ApiProperty({ format: 'uuid' })
  activityId: string;

  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty({ enum: ATTEMPT_STATES, description: 'over: the time has run out, and it has not been handed in yet.' })
  state: (typeof ATTEMPT_STATES)[number];

  @ApiProperty({ format: 'date-time' })
  startedAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'null: no time limit.' })
  dueAt: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  secondsLeft: number | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  submittedAt: string | null;

  @ApiProperty({ type: 'integer', description: 'Of the saved answers.' })
  revision: number;

  @ApiProperty({ type: 'array', items: oneOf('type', QUESTION_VIEWS), description: 'In the order asked.' })
  questions: (Omit<LearnerQuestion, 'prompt'> & { promptHtml: string })[];

  @ApiProperty(answersSchema)
  answers: Record<string, Answer>;

  @ApiProperty({ type: QuizResultView, nullable: true, description: 'null until it is submitted.' })
  result: QuizResultView | null;

  @ApiProperty()
  can: QuizAttemptAbilities;
}
