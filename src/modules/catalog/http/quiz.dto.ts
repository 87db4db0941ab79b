import { applyDecorators } from '@nestjs/common';
import { Matches } from 'class-validator';
import { Decimal, Flag, Nested, NestedList, OneOf, Text, TextList, Whole } from '../../../platform/http/fields.js';
import { NestedVariantList } from '../../../platform/http/variants.js';

/** The name of a part of a quiz or rubric. It becomes a key of answers, so the names that every object has are not allowed. */
export const PartId = () =>
  applyDecorators(
    Text({ min: 1, max: 64, optional: true, description: 'Given by the server where it is left out; kept where it is sent.' }),
    Matches(/^(?!(?:constructor|prototype)$)[A-Za-z0-9][A-Za-z0-9_-]*$/, {
      message: 'An id is letters, digits, - and _, and begins with a letter or digit.',
    }),
  );

const CREDITS = ['all-or-nothing', 'partial'] as const;
type Credit = (typeof CREDITS)[number];
const MOST_PARTS = 50;

class QuestionFields {
  @PartId()
  id?: string;

  @Text({ max: 10_000, description: 'Markdown.' })
  prompt: string;

  @Decimal({ min: 0, max: 1_000 })
  points: number;

  @Text({ max: 10_000, description: 'Markdown; shown with the result, whatever was answered.' })
  explanation: string;
}

export class OptionDto {
  @PartId()
  id?: string;

  @Text({ max: 2_000 })
  text: string;

  @Flag()
  correct: boolean;

  @Text({ max: 2_000 })
  feedback: string;
}

export class SingleChoiceDto extends QuestionFields {
  @OneOf(['single'])
  type: 'single';

  @Flag()
  shuffleOptions: boolean;

  @NestedList(OptionDto, { maxItems: MOST_PARTS })
  options: OptionDto[];
}

export class MultipleChoiceDto extends QuestionFields {
  @OneOf(['multiple'])
  type: 'multiple';

  @Flag()
  shuffleOptions: boolean;

  @NestedList(OptionDto, { maxItems: MOST_PARTS })
  options: OptionDto[];

  @OneOf(CREDITS, { description: 'partial: right minus wrong choices, never below zero.' })
  credit: Credit;
}

export class TrueFalseDto extends QuestionFields {
  @OneOf(['true-false'])
  type: 'true-false';

  @Flag()
  answer: boolean;

  @Text({ max: 2_000 })
  feedbackTrue: string;

  @Text({ max: 2_000 })
  feedbackFalse: string;
}

export class ShortTextDto extends QuestionFields {
  @OneOf(['short-text'])
  type: 'short-text';

  @TextList({ maxItems: MOST_PARTS, max: 500, description: 'Any of these is right. White space is folded.' })
  accepted: string[];

  @Flag()
  caseSensitive: boolean;
}

export class NumericDto extends QuestionFields {
  @OneOf(['numeric'])
  type: 'numeric';

  @Decimal({ min: -1e15, max: 1e15 })
  answer: number;

  @Decimal({ min: 0, max: 1e15, description: 'Absolute, in the unit of the answer.' })
  tolerance: number;

  @Text({ max: 50 })
  unit: string;
}

export class QuizPartDto {
  @PartId()
  id?: string;

  @Text({ max: 2_000 })
  text: string;
}

export class OrderingDto extends QuestionFields {
  @OneOf(['ordering'])
  type: 'ordering';

  @NestedList(QuizPartDto, { maxItems: MOST_PARTS, description: 'In the right order.' })
  items: QuizPartDto[];

  @OneOf(CREDITS)
  credit: Credit;
}

export class PairDto {
  @PartId()
  id?: string;

  @Text({ max: 2_000 })
  left: string;

  @Text({ max: 2_000 })
  right: string;
}

export class MatchingDto extends QuestionFields {
  @OneOf(['matching'])
  type: 'matching';

  @NestedList(PairDto, { maxItems: MOST_PARTS })
  pairs: PairDto[];

  @NestedList(QuizPartDto, { maxItems: MOST_PARTS, description: 'Rights that belong to no left.' })
  distractors: QuizPartDto[];

  @OneOf(CREDITS)
  credit: Credit;
}

export const QUESTION_SHAPES = {
  single: SingleChoiceDto,
  multiple: MultipleChoiceDto,
  'true-false': TrueFalseDto,
  'short-text': ShortTextDto,
  numeric: NumericDto,
  ordering: OrderingDto,
  matching: MatchingDto,
};

export type QuestionDto = InstanceType<(typeof QUESTION_SHAPES)[keyof typeof QUESTION_SHAPES]>;

export class QuestionPoolDto {
  @PartId()
  id?: string;

  @Whole({ min: 1, max: 200, nullable: true, description: 'How many are asked in an attempt; null: all.' })
  draw: number | null;

  @NestedVariantList('type', QUESTION_SHAPES, { maxItems: 200 })
  questions: QuestionDto[];
}

export class QuizDto {
  @Text({ max: 10_000, description: 'Markdown.' })
  introduction: string;

  @Decimal({ min: 0, max: 1, description: 'Share of the points that passes.' })
  passMark: number;

  @Whole({ min: 1, max: 1_000, nullable: true, description: 'null: as often as the learner likes.' })
  attemptLimit: number | null;

  @Whole({ min: 1, max: 86_400, nullable: true, description: 'For one attempt; null: no limit.' })
  timeLimitSeconds: number | null;

  @Flag()
  shuffleQuestions: boolean;

  @OneOf(['after-attempt', 'after-pass', 'never'], { description: 'When right answers and feedback may be seen.' })
  reveal: 'after-attempt' | 'after-pass' | 'never';

  @NestedList(QuestionPoolDto, { maxItems: 20 })
  pools: QuestionPoolDto[];
}

export class QuizBodyDto {
  @OneOf(['quiz'])
  kind: 'quiz';

  @Nested(QuizDto)
  quiz: QuizDto;
}
