import { PageQuery } from '../../../platform/http/paging.js';
import { NestedList, OneOf, Text, Whole } from '../../../platform/http/fields.js';

export class GradingQueueQuery extends PageQuery {
  @OneOf(['waiting', 'decided'], {
    optional: true,
    description: '`waiting` if left out: longest first. `decided`: last handed in first.',
  })
  state?: 'waiting' | 'decided';
}

export class CriterionRatingDto {
  @Text({ min: 1, max: 100 })
  criterionId: string;

  @Text({ min: 1, max: 100 })
  ratingId: string;

  @Text({ max: 5_000, description: 'Markdown.' })
  comment: string;
}

export class RatingNoteDto {
  @Text({ min: 1, max: 100 })
  criterionId: string;

  @Text({ max: 100, description: 'Empty while there is a comment and no rating yet.' })
  ratingId: string;

  @Text({ max: 5_000, description: 'Markdown.' })
  comment: string;
}

export class AssessmentNotesDto {
  @NestedList(RatingNoteDto, { maxItems: 100 })
  ratings: RatingNoteDto[];

  @Text({ max: 20_000, description: 'Markdown.' })
  feedback: string;
}

export class GiveVerdictDto {
  @NestedList(CriterionRatingDto, { maxItems: 100 })
  ratings: CriterionRatingDto[];

  @Text({ max: 20_000, description: 'Markdown.' })
  feedback: string;

  @OneOf(['passed', 'returned', 'failed'])
  verdict: 'passed' | 'returned' | 'failed';
}

export class CorrectVerdictDto extends GiveVerdictDto {
  @Whole({ min: 1, max: 1_000_000, description: 'The version of the verdict that you saw.' })
  standingVersion: number;

  @Text({ min: 1, max: 2_000 })
  reason: string;
}
