import { ApiProperty } from '@nestjs/swagger';
import { OneOf } from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/paging.js';
import type { EnrollmentState } from '../domain/learning-access.js';
import { ProgressView, STATES, UNLOCK_STATES } from './journey.dto.js';

export class LearnerProgressQuery extends PageQuery {
  @OneOf(STATES, { optional: true })
  state?: EnrollmentState;
}

export class LearnerProgressView {
  @ApiProperty({ format: 'uuid' })
  enrollmentId: string;

  @ApiProperty({ format: 'uuid' })
  personId: string;

  @ApiProperty()
  personName: string;

  @ApiProperty({ enum: STATES })
  state: EnrollmentState;

  @ApiProperty({ type: 'integer', description: 'Of the edition that the learner is on.' })
  editionNumber: number;

  @ApiProperty()
  progress: ProgressView;

  @ApiProperty({ type: 'integer' })
  coursesCompleted: number;

  @ApiProperty({ type: 'integer' })
  coursesTotal: number;

  @ApiProperty({ enum: UNLOCK_STATES })
  project: (typeof UNLOCK_STATES)[number];

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'When the learner last did something here.' })
  lastActivityAt: string | null;
}
