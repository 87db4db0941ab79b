import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Id, Month, OneOf } from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/paging.js';
import type { Risk } from '../domain/learner-risk.js';
import { type EnrollmentState, type LearnerGroup, MOMENT_GROUPS, STANDING_GROUPS } from '../domain/overview.js';

const STATES = ['invited', 'waitlisted', 'active', 'completed', 'withdrawn', 'expired'] as const;
const GROUPS = [...MOMENT_GROUPS, ...STANDING_GROUPS];

export class OverviewQuery {
  @Id({ optional: true })
  microCredentialId?: string;

  @Id({ optional: true })
  offeringId?: string;

  @Month({ optional: true, description: 'The first month, by the institution’s time zone.' })
  from?: string;

  @Month({ optional: true, description: 'The last month, which is included.' })
  until?: string;
}

export class LearnerGroupQuery extends IntersectionType(PageQuery, OverviewQuery) {
  @OneOf(GROUPS, { description: '`active` and `at-risk` are as of now, whatever the months.' })
  group: LearnerGroup;
}

class MomentCountsView {
  @ApiProperty({ type: 'integer', description: 'Places given, those included that were left later.' })
  enrolled: number;

  @ApiProperty({ type: 'integer', description: 'Learners who handed in their project for the first time.' })
  submitted: number;

  @ApiProperty({ type: 'integer', description: 'As in the report of completions.' })
  passed: number;

  @ApiProperty({ type: 'integer', description: 'Learners whose badge is valid or suspended.' })
  issued: number;
}

class OverviewCountsView extends MomentCountsView {
  @ApiProperty({
    type: 'integer',
    description: 'Active places whose learner did something in the last 14 days. Now, whatever the months.',
  })
  active: number;

  @ApiProperty({
    type: 'integer',
    description:
      'Active places with nothing handed in, and either nothing done for 14 days or a deadline that is over or within 3 days. Now, whatever the months.',
  })
  atRisk: number;
}

export class OfferingOverviewView extends OverviewCountsView {
  @ApiProperty({ format: 'uuid' })
  offeringId: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ description: 'The title of the edition that is offered.' })
  microCredential: string;

  @ApiProperty({ format: 'date-time' })
  startsAt: string;

  @ApiProperty()
  cancelled: boolean;
}

export class MonthOverviewView extends MomentCountsView {
  @ApiProperty({ description: '2026-03, by the institution’s time zone.' })
  month: string;
}

export class OverviewView {
  @ApiProperty()
  total: OverviewCountsView;

  @ApiProperty({ type: [OfferingOverviewView], description: 'Newest first.' })
  offerings: OfferingOverviewView[];

  @ApiProperty({ type: [MonthOverviewView], description: 'From the first month with something to the last.' })
  months: MonthOverviewView[];
}

export class GroupedLearnerView {
  @ApiProperty({ format: 'uuid' })
  enrollmentId: string;

  @ApiProperty({ format: 'uuid' })
  personId: string;

  @ApiProperty({ description: 'Empty for somebody who is no member any more.' })
  name: string;

  @ApiProperty({ type: 'string', nullable: true })
  email: string | null;

  @ApiProperty({ format: 'uuid' })
  offeringId: string;

  @ApiProperty()
  offering: string;

  @ApiProperty({ enum: STATES })
  state: EnrollmentState;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'The last thing the learner did.' })
  lastActiveAt: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  projectDueAt: string | null;

  @ApiProperty({ type: 'string', enum: ['due', 'idle'], nullable: true, description: 'Why the learner may need a word.' })
  risk: Risk | null;
}
