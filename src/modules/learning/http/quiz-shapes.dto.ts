import { ApiProperty } from '@nestjs/swagger';

class LearnerQuestionFields {
  @ApiProperty()
  id: string;

  @ApiProperty({ description: 'Sanitised HTML.' })
  promptHtml: string;

  @ApiProperty()
  points: number;
}

export class QuestionPartView {
  @ApiProperty({ description: 'The name of the part in answers of this attempt.' })
  id: string;

  @ApiProperty()
  text: string;
}

export class SingleQuestionView extends LearnerQuestionFields {
  @ApiProperty({ enum: ['single'] })
  type: 'single';

  @ApiProperty({ type: [QuestionPartView] })
  options: QuestionPartView[];
}

export class MultipleQuestionView extends LearnerQuestionFields {
  @ApiProperty({ enum: ['multiple'] })
  type: 'multiple';

  @ApiProperty({ type: [QuestionPartView] })
  options: QuestionPartView[];
}

export class TrueFalseQuestionView extends LearnerQuestionFields {
  @ApiProperty({ enum: ['true-false'] })
  type: 'true-false';
}

export class ShortTextQuestionView extends LearnerQuestionFields {
  @ApiProperty({ enum: ['short-text'] })
  type: 'short-text';
}

export class NumericQuestionView extends LearnerQuestionFields {
  @ApiProperty({ enum: ['numeric'] })
  type: 'numeric';

  @ApiProperty()
  unit: string;
}

export class OrderingQuestionView extends LearnerQuestionFields {
  @ApiProperty({ enum: ['ordering'] })
  type: 'ordering';

  @ApiProperty({ type: [QuestionPartView] })
  items: QuestionPartView[];
}

export class MatchingQuestionView extends LearnerQuestionFields {
  @ApiProperty({ enum: ['matching'] })
  type: 'matching';

  @ApiProperty({ type: [QuestionPartView] })
  lefts: QuestionPartView[];

  @ApiProperty({ type: [QuestionPartView] })
  rights: QuestionPartView[];
}

export const QUESTION_VIEWS = {
  single: SingleQuestionView,
  multiple: MultipleQuestionView,
  'true-false': TrueFalseQuestionView,
  'short-text': ShortTextQuestionView,
  numeric: NumericQuestionView,
  ordering: OrderingQuestionView,
  matching: MatchingQuestionView,
};

export class SingleAnswerView {
  @ApiProperty({ enum: ['single'] })
  type: 'single';

  @ApiProperty()
  optionId: string;
}

export class MultipleAnswerView {
  @ApiProperty({ enum: ['multiple'] })
  type: 'multiple';

  @ApiProperty({ type: [String] })
  optionIds: string[];
}

export class TrueFalseAnswerView {
  @ApiProperty({ enum: ['true-false'] })
  type: 'true-false';

  @ApiProperty()
  value: boolean;
}

export class ShortTextAnswerView {
  @ApiProperty({ enum: ['short-text'] })
  type: 'short-text';

  @ApiProperty({ maxLength: 2_000 })
  text: string;
}

export class NumericAnswerView {
  @ApiProperty({ enum: ['numeric'] })
  type: 'numeric';

  @ApiProperty()
  value: number;
}

export class OrderingAnswerView {
  @ApiProperty({ enum: ['ordering'] })
  type: 'ordering';

  @ApiProperty({ type: [String] })
  itemIds: string[];
}

export class MatchingAnswerView {
  @ApiProperty({ enum: ['matching'] })
  type: 'matching';

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'Left to right.' })
  matches: Record<string, string>;
}

export const ANSWER_VIEWS = {
  single: SingleAnswerView,
  multiple: MultipleAnswerView,
  'true-false': TrueFalseAnswerView,
  'short-text': ShortTextAnswerView,
  numeric: NumericAnswerView,
  ordering: OrderingAnswerView,
  matching: MatchingAnswerView,
};

/** Declared by the controllers whose routes hold questions and answers. */
export const QUIZ_MODELS = [...Object.values(QUESTION_VIEWS), ...Object.values(ANSWER_VIEWS)];
