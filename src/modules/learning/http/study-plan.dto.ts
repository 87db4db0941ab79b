import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsDateString, IsInt, Matches, Max, Min } from 'class-validator';
import { field } from '../../../platform/http/fields.js';

const DAYS = 7;
const MOST_MINUTES = 720;
const WEEK = {
  type: 'array' as const,
  items: { type: 'integer', minimum: 0, maximum: MOST_MINUTES },
  minItems: DAYS,
  maxItems: DAYS,
};

export class PlanStudyDto {
  @field(
    { description: 'Minutes of each day of the week, Monday first; 0: none.' },
    WEEK,
    IsArray(),
    ArrayMinSize(DAYS),
    ArrayMaxSize(DAYS),
    IsInt({ each: true }),
    Min(0, { each: true }),
    Max(MOST_MINUTES, { each: true }),
  )
  minutes: number[];

  @field(
    { description: 'The first day, in the learner’s time zone.' },
    { type: 'string', format: 'date' },
    Matches(/^20\d\d-\d\d-\d\d$/),
    IsDateString({ strict: true }),
  )
  startsOn: string;
}

export class StudyPlanView {
  @ApiProperty({ ...WEEK, description: 'Minutes of each day of the week, Monday first.' })
  minutes: number[];

  @ApiProperty({ format: 'date' })
  startsOn: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
}
