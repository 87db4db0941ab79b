import { ApiProperty } from '@nestjs/swagger';
import { Id, Text } from '../../../platform/http/fields.js';
import { ProgressView } from './journey.dto.js';

export class WaiveDto {
  @Id({ optional: true, description: 'One activity; or else a course.' })
  activityId?: string;

  @Id({ optional: true, description: 'All that the course requires; or else an activity.' })
  courseId?: string;

  @Text({ min: 1, max: 1_000, description: 'Why it counts without having been done here.' })
  reason: string;
}

export class WaiverView {
  @ApiProperty({ format: 'uuid' })
  courseId: string;

  @ApiProperty({ type: [String], description: 'Activities that count as done from now on.' })
  activityIds: string[];

  @ApiProperty({ format: 'date-time' })
  waivedAt: string;
}

const ARRANGEMENTS = ['extension', 'waiver', 'edition-move'] as const;

export class ArrangementView {
  @ApiProperty({ enum: ARRANGEMENTS })
  kind: (typeof ARRANGEMENTS)[number];

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ description: 'Who arranged it; empty for somebody who is no member any more.' })
  byName: string;

  @ApiProperty()
  reason: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'Of an extension: until when.' })
  dueAt: string | null;

  @ApiProperty({ type: [String], description: 'Of a waiver: activities that count as done since.' })
  activityIds: string[];

  @ApiProperty({ type: 'integer', nullable: true, description: 'Of a move: the number of the edition that was left.' })
  fromEdition: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  toEdition: number | null;
}

export class ArrangementsView {
  @ApiProperty({ type: [ArrangementView], description: 'Newest first.' })
  items: ArrangementView[];
}

export class EditionMoveQuery {
  @Id({ description: 'Where to.' })
  editionId: string;
}

export class MoveEditionDto {
  @Id()
  editionId: string;

  @Text({ min: 1, max: 1_000 })
  reason: string;
}

export class MovedActivityView {
  @ApiProperty({ format: 'uuid' })
  activityId: string;

  @ApiProperty({ format: 'uuid' })
  courseId: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ description: 'The learner has done something here.' })
  begun: boolean;

  @ApiProperty()
  completed: boolean;
}

export class MoveEndView {
  @ApiProperty({ format: 'uuid' })
  editionId: string;

  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty()
  title: string;

  @ApiProperty()
  progress: ProgressView;
}

export class EditionMoveView {
  @ApiProperty()
  from: MoveEndView;

  @ApiProperty()
  to: MoveEndView;

  @ApiProperty({ type: [MovedActivityView], description: 'In both editions: what was done here counts on.' })
  kept: MovedActivityView[];

  @ApiProperty({ type: [MovedActivityView], description: 'Only in the edition that is left.' })
  lost: MovedActivityView[];

  @ApiProperty({ type: [MovedActivityView], description: 'Only in the new edition.' })
  added: MovedActivityView[];
}
