import { ApiProperty } from '@nestjs/swagger';
import { Nested, Text } from '../../../platform/http/fields.js';
import { KnownAddress } from './known-address.js';
import { LanguageTag } from './language-tag.js';

export class AttributionDto {
  @Text({ max: 1_000 })
  authors: string;

  @Text({ max: 200 })
  licence: string;

  @KnownAddress()
  licenceUrl: string;

  @KnownAddress()
  sourceUrl: string;

  @Text({ max: 2_000, description: 'What was changed of the source.' })
  changes: string;
}

export class CreateCourseDto {
  @Text({ min: 1, max: 200 })
  title: string;

  @Text({ max: 2_000 })
  summary: string;

  @LanguageTag()
  language: string;

  @Nested(AttributionDto, { optional: true, nullable: true, description: 'Whose work it is, where it is not your own.' })
  attribution?: AttributionDto | null;
}

export class ChangeCourseDto {
  @Text({ min: 1, max: 200, optional: true })
  title?: string;

  @Text({ max: 2_000, optional: true })
  summary?: string;

  @LanguageTag({ optional: true })
  language?: string;

  @Nested(AttributionDto, { optional: true, nullable: true })
  attribution?: AttributionDto | null;
}

export class CourseAbilities {
  @ApiProperty()
  change: boolean;
}

export class CourseView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  title: string;

  @ApiProperty()
  summary: string;

  @ApiProperty()
  language: string;

  @ApiProperty({ type: AttributionDto, nullable: true })
  attribution: AttributionDto | null;

  @ApiProperty({ type: 'integer', description: 'Of the fields above and the order of the activities.' })
  version: number;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  @ApiProperty()
  can: CourseAbilities;
}

export class CourseSummaryView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  title: string;

  @ApiProperty()
  summary: string;

  @ApiProperty()
  language: string;

  @ApiProperty({ type: 'integer', description: 'How many there are.' })
  activities: number;

  @ApiProperty({ type: 'integer', description: 'Estimated learner minutes of all activities.' })
  minutes: number;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
}
