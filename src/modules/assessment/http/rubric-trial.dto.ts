import { ApiProperty } from '@nestjs/swagger';
import { Decimal, NestedList, Text } from '../../../platform/http/fields.js';

class TrialRatingDto {
  @Text({ min: 1, max: 100 })
  id: string;

  @Decimal({ min: 0, max: 1_000 })
  points: number;
}

class TrialCriterionDto {
  @Text({ min: 1, max: 100 })
  id: string;

  @Decimal({ min: 0, max: 1_000, nullable: true, description: 'Must be reached whatever the total says; null: nothing must.' })
  mustPassPoints: number | null;

  @NestedList(TrialRatingDto, { maxItems: 10 })
  ratings: TrialRatingDto[];
}

class ChosenRatingDto {
  @Text({ min: 1, max: 100 })
  criterionId: string;

  @Text({ min: 1, max: 100 })
  ratingId: string;
}

/** What of a rubric decides, and how a piece of work might be rated. */
export class RubricTrialDto {
  @Decimal({ min: 0, max: 100_000 })
  passPoints: number;

  @NestedList(TrialCriterionDto, { maxItems: 30 })
  criteria: TrialCriterionDto[];

  @NestedList(ChosenRatingDto, { maxItems: 30 })
  ratings: ChosenRatingDto[];
}

export class RubricScoringView {
  @ApiProperty({ description: 'Every criterion has one of its own ratings.' })
  complete: boolean;

  @ApiProperty({ type: [String], description: 'Criteria without a rating.' })
  missing: string[];

  @ApiProperty({ type: [String], description: 'Criteria that were rated and that the rubric does not have.' })
  unknown: string[];

  @ApiProperty()
  points: number;

  @ApiProperty()
  maxPoints: number;

  @ApiProperty()
  passPoints: number;

  @ApiProperty({ type: [String], description: 'Rated criteria below their own must-pass points.' })
  failedMustPass: string[];

  @ApiProperty({ description: 'Complete, enough points, and no criterion below its must-pass points.' })
  passes: boolean;
}
