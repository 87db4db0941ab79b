import { ApiProperty } from '@nestjs/swagger';
import { Id, OneOf } from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/paging.js';
import type { Whereabouts } from '../domain/whereabouts.js';

const KINDS: Whereabouts['kind'][] = ['activity', 'project', 'waiting', 'elsewhere', 'passed'];

export class StandingLearnersQuery extends PageQuery {
  @OneOf(KINDS, { optional: true, description: 'Where they stand; left out: anywhere.' })
  at?: Whereabouts['kind'];

  @Id({ optional: true, description: 'The activity that they stand at, with `at=activity`.' })
  activityId?: string;
}

export class StationView {
  @ApiProperty({
    enum: KINDS,
    description:
      'activity: the first thing left to do; project: nothing else; waiting: nothing is open yet; elsewhere: another edition.',
  })
  kind: Whereabouts['kind'];

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  activityId: string | null;

  @ApiProperty({ description: 'Of the activity or the project.' })
  title: string;

  @ApiProperty({ type: 'string', nullable: true })
  courseTitle: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'How many have it behind them.' })
  completed: number | null;

  @ApiProperty({ type: 'integer', description: 'How many stand here now.' })
  learners: number;

  @ApiProperty({ type: 'number', nullable: true, description: 'Of those: days since they last did anything, the median.' })
  medianDays: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  longestDays: number | null;
}

export class WhereaboutsView {
  @ApiProperty({ type: [StationView], description: 'From the first activity to the badge. Everybody stands at one of them.' })
  stations: StationView[];

  @ApiProperty({ type: 'integer', description: 'Who learns or has passed; nobody else.' })
  learners: number;
}

export class StandingLearnerView {
  @ApiProperty({ format: 'uuid' })
  enrollmentId: string;

  @ApiProperty({ format: 'uuid' })
  personId: string;

  @ApiProperty()
  personName: string;

  @ApiProperty({ enum: KINDS })
  kind: Whereabouts['kind'];

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  activityId: string | null;

  @ApiProperty({ format: 'date-time', description: 'When they last did anything; at the least, when they came.' })
  lastActivityAt: string;
}
