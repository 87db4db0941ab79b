import { ApiProperty } from '@nestjs/swagger';
import { OneOf } from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/paging.js';
import {
  ACT_KINDS,
  ACT_OUTCOMES,
  ACT_REASONS,
  ACT_STATES,
  type ActKind,
  type ActOutcome,
  type ActReason,
  type ActState,
} from '../domain/enrollment-act.js';

export class EnrollmentActRowQuery extends PageQuery {
  @OneOf(ACT_OUTCOMES, { optional: true })
  outcome?: ActOutcome;
}

class EnrollmentActCounts {
  @ApiProperty({ type: 'integer', description: 'Still to be done.' })
  waiting: number;

  @ApiProperty({ type: 'integer' })
  done: number;

  @ApiProperty({ type: 'integer', description: 'Left as they are, for the reason that the row tells.' })
  refused: number;

  @ApiProperty({ type: 'integer' })
  undone: number;

  @ApiProperty({ type: 'integer', description: 'Could not be undone, for the reason that the row tells.' })
  kept: number;
}

class EnrollmentActAbilities {
  @ApiProperty()
  confirm: boolean;

  @ApiProperty()
  undo: boolean;
}

class ActLetterView {
  @ApiProperty()
  subject: string;

  @ApiProperty({ description: 'In the Markdown of letters.' })
  body: string;
}

export class EnrollmentActView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ACT_KINDS })
  kind: ActKind;

  @ApiProperty({ enum: ACT_STATES, description: 'Nothing is done while it is only `planned`.' })
  state: ActState;

  @ApiProperty({ type: 'integer' })
  total: number;

  @ApiProperty()
  counts: EnrollmentActCounts;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'Of more time.' })
  dueAt: string | null;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true, description: 'The offering where places go.' })
  toOfferingId: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'Its title.' })
  toOffering: string | null;

  @ApiProperty({ type: ActLetterView, nullable: true, description: 'What is written to people, with placeholders.' })
  letter: ActLetterView | null;

  @ApiProperty()
  reason: string;

  @ApiProperty({ format: 'date-time' })
  requestedAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  finishedAt: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'Until when it can be undone.' })
  undoableUntil: string | null;

  @ApiProperty()
  can: EnrollmentActAbilities;
}

export class EnrollmentActRowView {
  @ApiProperty({ format: 'uuid' })
  enrollmentId: string;

  @ApiProperty({ description: 'Empty for somebody who is no member any more.' })
  personName: string;

  @ApiProperty({ format: 'uuid', description: 'Where the place was when the act came to it.' })
  offeringId: string;

  @ApiProperty()
  offering: string;

  @ApiProperty({ enum: ACT_OUTCOMES })
  outcome: ActOutcome;

  @ApiProperty({ type: 'string', enum: ACT_REASONS, nullable: true })
  reason: ActReason | null;
}
