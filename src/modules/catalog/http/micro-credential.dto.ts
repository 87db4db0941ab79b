import { ApiProperty } from '@nestjs/swagger';
import {
  Decimal,
  Flag,
  Id,
  IdList,
  Nested,
  NestedList,
  OneOf,
  Text,
  TextList,
  WebAddress,
  Whole,
} from '../../../platform/http/fields.js';
import { oneOf } from '../../../platform/http/variants.js';
import type { DeliveryMode, Supervision } from '../domain/micro-credential.js';
import { LanguageTag } from './language-tag.js';
import { MarkingDto, ProjectDto, RubricDto } from './project.dto.js';
import { SEQUENCE_SHAPES, type SequenceDto, SequenceTree } from './sequence.dto.js';

export const DELIVERY_MODES = ['online', 'blended', 'onsite'] as const satisfies readonly DeliveryMode[];

export const SUPERVISIONS = [
  'unsupervised',
  'supervised',
  'supervised-online',
  'onsite-with-identity-check',
] as const satisfies readonly Supervision[];

export class SkillAlignmentDto {
  @Text({ max: 300, description: 'What the framework calls it.' })
  targetName: string;

  @WebAddress({ description: 'Its entry in the framework.' })
  targetUrl: string;

  @Text({ max: 100, description: 'Such as ESCO, O*NET, CASE.' })
  targetFramework: string;

  @Text({ max: 100 })
  targetCode: string;

  @Text({ max: 100, description: 'Open Badges 3.0 AlignmentTargetType, such as ceasn:Competency; may be empty.' })
  targetType: string;
}

export class SkillDto {
  @Text({ max: 300 })
  name: string;

  @Nested(SkillAlignmentDto, { nullable: true })
  alignment: SkillAlignmentDto | null;
}

export class LevelDto {
  @OneOf(['EQF', 'local'])
  framework: 'EQF' | 'local';

  @Text({ max: 100, description: '1 to 8 for EQF.' })
  value: string;
}

export class WorkloadDto {
  @Decimal({ min: 0, max: 10_000 })
  hours: number;

  @Decimal({ min: 0, max: 500, nullable: true, description: 'Steps of 0.5.' })
  ects: number | null;

  @Decimal({ min: 0, max: 1_000, nullable: true, description: 'Steps of 0.1; ten contact hours each.' })
  ceu: number | null;
}

export class AwardTermsDto {
  @Whole({ min: 1, max: 600, nullable: true, description: 'Months that a badge is valid for; null: for good.' })
  validityMonths: number | null;

  @Flag({ description: 'Whether a badge that runs out can be renewed.' })
  renewable: boolean;

  @OneOf(SUPERVISIONS, { nullable: true, description: 'How it is made sure whose work is assessed.' })
  supervision: Supervision | null;

  @WebAddress({ nullable: true, description: 'Where the quality assurance is described.' })
  qualityAssuranceUrl: string | null;

  @Text({ max: 2_000, description: 'What it counts towards.' })
  stackability: string;
}

/** Nothing in a draft has to be complete before it is published. */
class DraftFields {
  @Text({ max: 2_000, optional: true })
  summary?: string;

  @Text({ max: 50_000, optional: true, description: 'Markdown.' })
  description?: string;

  @TextList({ maxItems: 50, max: 500, optional: true })
  outcomes?: string[];

  @NestedList(SkillDto, { maxItems: 50, optional: true })
  skills?: SkillDto[];

  @Nested(LevelDto, { optional: true, nullable: true })
  level?: LevelDto | null;

  @Nested(WorkloadDto, { optional: true })
  workload?: WorkloadDto;

  @LanguageTag({ optional: true })
  language?: string;

  @OneOf(DELIVERY_MODES, { optional: true })
  deliveryMode?: DeliveryMode;

  @Text({ max: 5_000, optional: true })
  qualityAssurance?: string;

  @Text({ max: 5_000, optional: true })
  prerequisites?: string;

  @Text({ max: 20_000, optional: true, description: 'Markdown; what the badge says one did to earn it.' })
  criteria?: string;

  @Id({ optional: true, nullable: true, description: 'Of a file uploaded with the purpose badge-image.' })
  badgeImageFileId?: string | null;

  @Nested(AwardTermsDto, { optional: true, nullable: true })
  awardTerms?: AwardTermsDto | null;

  @IdList({ maxItems: 50, optional: true })
  courseIds?: string[];

  @SequenceTree({ optional: true })
  sequence?: SequenceDto;

  @Nested(ProjectDto, { optional: true, nullable: true })
  project?: ProjectDto | null;

  @Nested(RubricDto, { optional: true, nullable: true })
  rubric?: RubricDto | null;

  @Nested(MarkingDto, { optional: true })
  marking?: MarkingDto;
}

export class CreateMicroCredentialDto extends DraftFields {
  @Text({ min: 1, max: 200 })
  title: string;
}

export class ChangeMicroCredentialDto extends DraftFields {
  @Text({ min: 1, max: 200, optional: true })
  title?: string;
}

export class PublishEditionDto {
  @Text({ max: 2_000, optional: true, description: 'What changed, for colleagues.' })
  changeNote?: string;
}

export class LatestEditionView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty({ format: 'date-time' })
  publishedAt: string;
}

export class MicroCredentialAbilities {
  @ApiProperty()
  change: boolean;

  @ApiProperty()
  publish: boolean;

  @ApiProperty()
  retire: boolean;
}

export class MicroCredentialSummaryView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'Its part of the public address.' })
  slug: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: LatestEditionView, nullable: true })
  latestEdition: LatestEditionView | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  retiredAt: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
}

export class MicroCredentialView extends MicroCredentialSummaryView {
  @ApiProperty()
  summary: string;

  @ApiProperty()
  description: string;

  @ApiProperty({ type: [String] })
  outcomes: string[];

  @ApiProperty({ type: [SkillDto] })
  skills: SkillDto[];

  @ApiProperty({ type: LevelDto, nullable: true })
  level: LevelDto | null;

  @ApiProperty()
  workload: WorkloadDto;

  @ApiProperty()
  language: string;

  @ApiProperty({ enum: DELIVERY_MODES })
  deliveryMode: DeliveryMode;

  @ApiProperty()
  qualityAssurance: string;

  @ApiProperty()
  prerequisites: string;

  @ApiProperty()
  criteria: string;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  badgeImageFileId: string | null;

  @ApiProperty({ type: AwardTermsDto, nullable: true, required: false })
  awardTerms?: AwardTermsDto | null;

  @ApiProperty({ type: [String], format: 'uuid' })
  courseIds: string[];

  @ApiProperty(oneOf('type', SEQUENCE_SHAPES))
  sequence: SequenceDto;

  @ApiProperty({ type: ProjectDto, nullable: true })
  project: ProjectDto | null;

  @ApiProperty({ type: RubricDto, nullable: true })
  rubric: RubricDto | null;

  @ApiProperty()
  marking: MarkingDto;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty()
  can: MicroCredentialAbilities;
}

export class PublishingProblemView {
  @ApiProperty({ description: 'Such as outcomes_missing.' })
  code: string;

  @ApiProperty({ description: 'JSON Pointer into the draft with its courses.' })
  path: string;

  @ApiProperty({ description: 'What to do.' })
  detail: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'What stands in the text, for translations.' })
  params: Record<string, string | number>;
}

export class MissingElementView {
  @ApiProperty({ enum: ['issuer_country', 'quality_assurance', 'learning_outcomes', 'workload'] })
  code: string;

  @ApiProperty({ description: 'What to do.' })
  detail: string;
}

export class PublishingProblemsView {
  @ApiProperty({ type: [PublishingProblemView], description: 'Empty: it may be published.' })
  items: PublishingProblemView[];

  @ApiProperty({
    type: [MissingElementView],
    description:
      'Mandatory elements of a European micro-credential (2022/C 243/02) that its badges will lack. It may be published all the same.',
  })
  missingElements: MissingElementView[];
}
