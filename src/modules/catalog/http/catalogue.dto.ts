import { ApiProperty } from '@nestjs/swagger';
import { OneOf, Text } from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/paging.js';
import type { ActivityKind } from '../domain/activity.js';
import { START_OPTIONS, WORKLOAD_OPTIONS } from '../domain/catalogue-facets.js';
import type { DeliveryMode } from '../domain/micro-credential.js';
import type { RequirementWords } from '../domain/requirement-words.js';
import { BODY_SHAPES } from './activity.dto.js';
import { AttributionDto } from './course.dto.js';
import { DELIVERY_MODES, LevelDto, SkillDto, WorkloadDto } from './micro-credential.dto.js';
import { RubricDto, SubmissionRulesDto } from './project.dto.js';

export class CatalogueSearch extends PageQuery {
  @Text({ max: 200, optional: true, description: 'Words that all occur in title, summary, skills, outcomes or institution.' })
  q?: string;

  @Text({ max: 200, optional: true, description: 'A skill by its whole name.' })
  skill?: string;

  @Text({ max: 200, optional: true, description: 'A level with its framework, such as `EQF 5`.' })
  level?: string;

  @Text({ max: 40, optional: true, description: 'BCP 47.' })
  language?: string;

  @OneOf(WORKLOAD_OPTIONS, { optional: true, description: 'Stated hours.' })
  workload?: (typeof WORKLOAD_OPTIONS)[number];

  @OneOf(START_OPTIONS, { optional: true, description: 'When something begins that one may enrol in now.' })
  start?: (typeof START_OPTIONS)[number];
}

export class CatalogueEntryView {
  @ApiProperty({ format: 'uri', description: 'The page of the micro-credential.' })
  url: string;

  @ApiProperty()
  title: string;

  @ApiProperty()
  slug: string;

  @ApiProperty()
  institutionName: string;

  @ApiProperty()
  institutionSlug: string;

  @ApiProperty()
  summary: string;

  @ApiProperty({ type: [String] })
  skills: string[];

  @ApiProperty({ type: LevelDto, nullable: true })
  level: LevelDto | null;

  @ApiProperty()
  workload: WorkloadDto;

  @ApiProperty()
  language: string;

  @ApiProperty({ enum: DELIVERY_MODES })
  deliveryMode: DeliveryMode;

  @ApiProperty({ type: 'string', format: 'uri', nullable: true })
  badgeImageUrl: string | null;

  @ApiProperty({ format: 'date-time' })
  publishedAt: string;
}

export class IssuerAccreditationView {
  @ApiProperty()
  body: string;

  @ApiProperty()
  statement: string;

  @ApiProperty({ type: 'string', format: 'uri', nullable: true })
  url: string | null;
}

export class IssuerView {
  @ApiProperty()
  slug: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  description: string;

  @ApiProperty({ type: 'string', format: 'uri', nullable: true })
  url: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'ISO 3166-1 alpha-2.' })
  countryCode: string | null;

  @ApiProperty({ type: [IssuerAccreditationView] })
  accreditation: IssuerAccreditationView[];
}

export class WorkloadPartView {
  @ApiProperty()
  title: string;

  @ApiProperty({ type: 'integer' })
  minutes: number;
}

export class WorkloadView {
  @ApiProperty({ type: [WorkloadPartView], description: 'Each course, then the project.' })
  parts: WorkloadPartView[];

  @ApiProperty({ type: 'integer' })
  totalMinutes: number;

  @ApiProperty({ type: 'number' })
  statedHours: number;

  @ApiProperty({ type: 'integer', description: 'Stated beyond the estimates of the parts.' })
  beyondMinutes: number;

  @ApiProperty({ type: 'number', nullable: true })
  ects: number | null;

  @ApiProperty({ type: 'number', nullable: true })
  ceu: number | null;

  @ApiProperty({ type: 'number', nullable: true })
  hoursPerEcts: number | null;

  @ApiProperty({ type: 'number', nullable: true, description: 'Ten for each CEU.' })
  contactHours: number | null;
}

export class PublishedActivityView {
  @ApiProperty()
  title: string;

  @ApiProperty({ enum: Object.keys(BODY_SHAPES) })
  kind: ActivityKind;

  @ApiProperty({ type: 'integer' })
  minutes: number;

  @ApiProperty()
  required: boolean;
}

export class PublishedCourseView {
  @ApiProperty()
  title: string;

  @ApiProperty()
  summary: string;

  @ApiProperty()
  language: string;

  @ApiProperty({ type: 'integer' })
  minutes: number;

  @ApiProperty({ type: AttributionDto, nullable: true })
  attribution: AttributionDto | null;

  @ApiProperty({ type: [PublishedActivityView] })
  activities: PublishedActivityView[];
}

export class PublishedProjectView {
  @ApiProperty()
  title: string;

  @ApiProperty({ description: 'Sanitised.' })
  briefHtml: string;

  @ApiProperty({ type: 'integer' })
  minutes: number;

  @ApiProperty()
  accepts: SubmissionRulesDto;

  @ApiProperty({ type: 'integer', nullable: true })
  attemptLimit: number | null;
}

export class PublishedRuleView {
  @ApiProperty({ description: 'One English sentence.' })
  sentence: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The same as a tree of keys and parameters, for translations.',
  })
  words: RequirementWords;
}

export class PublishedEditionView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty({ format: 'date-time' })
  publishedAt: string;
}

export class PublishedMicroCredentialView {
  @ApiProperty({ format: 'uri', description: 'Its page.' })
  url: string;

  @ApiProperty()
  slug: string;

  @ApiProperty({ description: 'It is no longer offered; its badges stay valid.' })
  retired: boolean;

  @ApiProperty()
  edition: PublishedEditionView;

  @ApiProperty()
  issuer: IssuerView;

  @ApiProperty()
  title: string;

  @ApiProperty()
  summary: string;

  @ApiProperty({ description: 'Sanitised.' })
  descriptionHtml: string;

  @ApiProperty({ type: [String] })
  outcomes: string[];

  @ApiProperty({ type: [SkillDto] })
  skills: SkillDto[];

  @ApiProperty({ type: LevelDto, nullable: true })
  level: LevelDto | null;

  @ApiProperty()
  workload: WorkloadView;

  @ApiProperty()
  language: string;

  @ApiProperty({ enum: DELIVERY_MODES })
  deliveryMode: DeliveryMode;

  @ApiProperty()
  prerequisites: string;

  @ApiProperty()
  qualityAssurance: string;

  @ApiProperty({ description: 'Sanitised.' })
  criteriaHtml: string;

  @ApiProperty({ type: 'string', format: 'uri', nullable: true })
  badgeImageUrl: string | null;

  @ApiProperty({ description: 'What has to be completed, and in which order.' })
  rule: PublishedRuleView;

  @ApiProperty({ type: [PublishedCourseView] })
  courses: PublishedCourseView[];

  @ApiProperty()
  project: PublishedProjectView;

  @ApiProperty()
  rubric: RubricDto;
}
