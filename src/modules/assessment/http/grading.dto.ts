import { NestedList, OneOf, Text, Whole } from '../../../platform/http/fields.js';

export class CriterionRatingDto {
  @Text({ min: 1, max: 100 })
  criterionId: string;

  @Text({ min: 1, max: 100 })
  ratingId: string;

  @Text({ max: 5_000, description: 'Markdown.' })
  comment: string;
}

export class AssessmentNotesDto {
  @NestedList(CriterionRatingDto, { maxItems: 100 })
  ratings: CriterionRatingDto[];

  @Text({ max: 20_000, description: 'Markdown.' })
  feedback: string;
}

export class GiveVerdictDto extends AssessmentNotesDto {
  @OneOf(['passed', 'returned', 'failed'])
  verdict: 'passed' | 'returned' | 'failed';
}

export class CorrectVerdictDto extends GiveVerdictDto {
  @Whole({ min: 1, max: 1_000_000, description: 'The version of the verdict that you saw.' })
  standingVersion: number;

  @Text({ min: 1, max: 2_000 })
  reason: string;
}
