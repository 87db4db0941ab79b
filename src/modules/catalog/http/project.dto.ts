import { Decimal, Flag, Nested, NestedList, Text, TextList, Whole } from '../../../platform/http/fields.js';
import { PartId } from './quiz.dto.js';

export class SubmissionRulesDto {
  @Flag()
  text: boolean;

  @Flag()
  links: boolean;

  @Flag()
  files: boolean;

  @TextList({ maxItems: 30, max: 100, description: 'Such as application/pdf or text/*; empty: any.' })
  mediaTypes: string[];

  @Whole({ min: 1, max: 50 })
  maxFiles: number;

  @Whole({ min: 1, max: 1_073_741_824 })
  maxBytesPerFile: number;
}

export class ProjectDto {
  @Text({ max: 200 })
  title: string;

  @Text({ max: 50_000, description: 'Markdown; learners see it from the first day.' })
  brief: string;

  @Whole({ min: 0, max: 60_000, description: 'Estimated learner minutes.' })
  minutes: number;

  @Nested(SubmissionRulesDto)
  accepts: SubmissionRulesDto;

  @Whole({ min: 1, max: 100, nullable: true, description: 'null: as often as the work is returned.' })
  attemptLimit: number | null;
}

export class RatingDto {
  @PartId()
  id?: string;

  @Text({ max: 200 })
  title: string;

  @Text({ max: 2_000 })
  description: string;

  @Decimal({ min: 0, max: 1_000 })
  points: number;
}

export class CriterionDto {
  @PartId()
  id?: string;

  @Text({ max: 200 })
  title: string;

  @Text({ max: 2_000 })
  description: string;

  @Decimal({ min: 0, max: 1_000, nullable: true, description: 'Must be reached whatever the total says; null: nothing must.' })
  mustPassPoints: number | null;

  @NestedList(RatingDto, { maxItems: 10 })
  ratings: RatingDto[];
}

export class RubricDto {
  @NestedList(CriterionDto, { maxItems: 30 })
  criteria: CriterionDto[];

  @Decimal({ min: 0, max: 100_000, description: 'Points that pass, of the sum of each criterion’s best rating.' })
  passPoints: number;
}

export class MarkingDto {
  @Decimal({ min: 0, max: 1, description: 'Share of attempts that a second marker sees.' })
  secondMarkerShare: number;

  @Decimal({ min: 0, max: 100_000, description: 'Points that two markers may differ by.' })
  tolerancePoints: number;
}
