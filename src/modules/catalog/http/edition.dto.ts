import { ApiProperty } from '@nestjs/swagger';
import { oneOf } from '../../../platform/http/variants.js';
import type { DeliveryMode } from '../domain/micro-credential.js';
import { type ActivityBodyDto, BODY_SHAPES } from './activity.dto.js';
import { AttributionDto } from './course.dto.js';
import { AwardTermsDto, DELIVERY_MODES, LevelDto, SkillDto, WorkloadDto } from './micro-credential.dto.js';
import { MarkingDto, ProjectDto, RubricDto } from './project.dto.js';
import { SEQUENCE_SHAPES, type SequenceDto } from './sequence.dto.js';

export class EditionSummaryView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  microCredentialId: string;

  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty()
  title: string;

  @ApiProperty({ description: 'What changed, for colleagues.' })
  changeNote: string;

  @ApiProperty({ format: 'uuid', description: 'The person who published it.' })
  publishedBy: string;

  @ApiProperty({ format: 'date-time' })
  publishedAt: string;
}

export class EditionActivityView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: 'integer' })
  minutes: number;

  @ApiProperty()
  required: boolean;

  @ApiProperty(oneOf('kind', BODY_SHAPES))
  body: ActivityBodyDto;
}

export class EditionCourseView {
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

  @ApiProperty({ type: [EditionActivityView] })
  activities: EditionActivityView[];
}

export class EditionContentView {
  @ApiProperty()
  title: string;

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

  @ApiProperty({ type: [EditionCourseView] })
  courses: EditionCourseView[];

  @ApiProperty(oneOf('type', SEQUENCE_SHAPES))
  sequence: SequenceDto;

  @ApiProperty()
  project: ProjectDto;

  @ApiProperty()
  rubric: RubricDto;

  @ApiProperty()
  marking: MarkingDto;
}

export class EditionView extends EditionSummaryView {
  @ApiProperty({ description: 'Everything that was frozen, right answers included.' })
  content: EditionContentView;
}
