import { ApiProperty } from '@nestjs/swagger';
import { Id } from '../../../platform/http/fields.js';
import { oneOf } from '../../../platform/http/variants.js';
import type { RuleKey, Strictness } from '../domain/difference/rule-changes.js';
import { SEQUENCE_SHAPES, type SequenceDto } from './sequence.dto.js';

const RUN_KINDS = ['same', 'removed', 'added', 'gap'] as const;
const CHANGES = ['added', 'removed', 'changed', 'moved'] as const;
const STRICTNESS: Strictness[] = ['stricter', 'looser', 'other'];
const RULES: RuleKey[] = [
  'sequence',
  'order',
  'required',
  'pass_mark',
  'quiz_attempts',
  'quiz_time',
  'pass_points',
  'must_pass',
  'project_attempts',
];

export class ComparisonQuery {
  @Id({ optional: true, description: 'The edition to begin with; left out: the latest.' })
  from?: string;

  @Id({ optional: true, description: 'The edition to end with; left out: the draft.' })
  to?: string;
}

export class WordRunView {
  @ApiProperty({ enum: RUN_KINDS, description: 'gap: here stands much that both have.' })
  kind: (typeof RUN_KINDS)[number];

  @ApiProperty()
  text: string;
}

export class FieldChangeView {
  @ApiProperty({ description: 'A path such as `workload.hours`.' })
  field: string;

  @ApiProperty({ type: 'string', nullable: true, description: 'Of numbers, codes and yes or no.' })
  before: string | null;

  @ApiProperty({ type: 'string', nullable: true })
  after: string | null;

  @ApiProperty({ type: [WordRunView], nullable: true, description: 'Of texts: both versions as one.' })
  words: WordRunView[] | null;
}

export class ItemChangeView {
  @ApiProperty()
  id: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ enum: CHANGES, isArray: true })
  changes: (typeof CHANGES)[number][];

  @ApiProperty({ type: [FieldChangeView], description: 'Where it changed.' })
  fields: FieldChangeView[];
}

export class CourseChangeView extends ItemChangeView {
  @ApiProperty({ type: [ItemChangeView], description: 'Those that are not as they were; in a course that both have.' })
  activities: ItemChangeView[];
}

export class RubricChangeView {
  @ApiProperty({ type: [FieldChangeView] })
  fields: FieldChangeView[];

  @ApiProperty({ type: [ItemChangeView] })
  criteria: ItemChangeView[];
}

export class RuleChangeView {
  @ApiProperty({ enum: RULES })
  key: RuleKey;

  @ApiProperty({
    enum: STRICTNESS,
    description: 'other: neither asks for all that the other does, or they differ in order only.',
  })
  strictness: Strictness;

  @ApiProperty({ type: 'string', nullable: true, description: 'The activity or criterion that it is a rule of.' })
  title: string | null;

  @ApiProperty({ type: 'number', nullable: true })
  before: number | null;

  @ApiProperty({ type: 'number', nullable: true })
  after: number | null;
}

export class SequenceChangeView {
  @ApiProperty(oneOf('type', SEQUENCE_SHAPES))
  before: SequenceDto;

  @ApiProperty(oneOf('type', SEQUENCE_SHAPES))
  after: SequenceDto;
}

export class CourseTitleView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  title: string;
}

export class ComparedEditionView {
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true, description: 'null: the draft.' })
  editionId: string | null;

  @ApiProperty({ type: 'integer', description: 'Of the draft: the number that it would get.' })
  number: number;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  publishedAt: string | null;
}

export class EditionComparisonView {
  @ApiProperty()
  from: ComparedEditionView;

  @ApiProperty()
  to: ComparedEditionView;

  @ApiProperty({ description: 'Nothing is different.' })
  same: boolean;

  @ApiProperty({ enum: STRICTNESS, nullable: true, description: 'The rules as a whole; null: they are the same.' })
  strictness: Strictness | null;

  @ApiProperty({ type: [RuleChangeView] })
  rules: RuleChangeView[];

  @ApiProperty({ type: SequenceChangeView, nullable: true })
  sequence: SequenceChangeView | null;

  @ApiProperty({ type: [CourseTitleView], description: 'Of all courses of both, for the rule in words.' })
  courseTitles: CourseTitleView[];

  @ApiProperty({ type: [FieldChangeView] })
  details: FieldChangeView[];

  @ApiProperty({ type: [CourseChangeView], description: 'In the later order; what is gone comes last.' })
  courses: CourseChangeView[];

  @ApiProperty({ type: [FieldChangeView] })
  project: FieldChangeView[];

  @ApiProperty()
  rubric: RubricChangeView;
}
