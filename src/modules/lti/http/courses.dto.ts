import { ApiProperty } from '@nestjs/swagger';
import { Whole } from '../../../platform/http/fields.js';
import { ROSTER_PROBLEMS, type RosterProblem } from '../domain/roster-problem.js';
import { ROSTER_STATES, type RosterState } from '../domain/roster-state.js';

const MOST_MEMBERS = 1_000_000;

export class LtiRosterReadingDto {
  @Whole({
    min: 0,
    max: MOST_MEMBERS,
    optional: true,
    description:
      'Confirms that so many may leave: `leaving` of the roster that waits for it. A reading by which more would leave waits again.',
  })
  mayLeave?: number;
}

export class LtiRosterView {
  @ApiProperty({
    enum: ROSTER_STATES,
    description:
      '`not_offered`: the platform does not say who is in the course; `not_needed`: nothing is shown there yet; `off`: switched off here.',
  })
  state: RosterState;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'To its end, the last time.' })
  readAt: string | null;

  @ApiProperty({ enum: ROSTER_PROBLEMS, type: 'string', nullable: true, description: 'What the last reading met.' })
  problem: RosterProblem | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'How many would leave: more than half, so it waits for `mayLeave`.',
  })
  leaving: number | null;

  @ApiProperty({ type: 'integer' })
  learners: number;

  @ApiProperty({ type: 'integer' })
  staff: number;

  @ApiProperty({ type: 'integer', description: 'Who were in the course once.' })
  left: number;

  @ApiProperty({ type: 'integer', description: 'Entries that could not be understood.' })
  skipped: number;
}

export class LtiCourseView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'As the platform calls it; may be empty.' })
  title: string;

  @ApiProperty({ description: 'Short; may be empty.' })
  label: string;

  @ApiProperty({ format: 'date-time' })
  lastLaunchAt: string;

  @ApiProperty({ type: 'integer', description: 'Micro-credentials that it shows.' })
  shown: number;

  @ApiProperty({ type: LtiRosterView })
  roster: LtiRosterView;
}
