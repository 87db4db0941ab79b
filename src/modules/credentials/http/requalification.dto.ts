import { ApiProperty } from '@nestjs/swagger';
import { IdList, OneOf, Text } from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/paging.js';

const WHO = ['qualified', 'others'] as const;
const STATES = ['running', 'finished'] as const;
const OUTCOMES = ['waiting', 'awarded', 'changed'] as const;
const VERDICTS = ['passed', 'returned', 'failed'] as const;

export class NewlyQualifiedQuery extends PageQuery {
  @OneOf(WHO, { optional: true, description: '`others`: who is on an earlier edition and does not qualify, and why.' })
  who?: (typeof WHO)[number];
}

export class ReasonView {
  @ApiProperty({ description: 'Stable; the sentence is English.' })
  key: string;

  @ApiProperty()
  words: string;
}

export class GradeView {
  @ApiProperty({ enum: VERDICTS })
  verdict: (typeof VERDICTS)[number];

  @ApiProperty()
  points: number;

  @ApiProperty()
  maxPoints: number;

  @ApiProperty({ format: 'date-time' })
  decidedAt: string;
}

export class PointsView {
  @ApiProperty()
  points: number;

  @ApiProperty()
  maxPoints: number;
}

export class CandidateView {
  @ApiProperty({ format: 'uuid' })
  enrollmentId: string;

  @ApiProperty({ format: 'uuid' })
  personId: string;

  @ApiProperty()
  personName: string;

  @ApiProperty({ description: 'Of the enrolment.' })
  state: string;

  @ApiProperty({ format: 'uuid', description: 'The edition that the person is on.' })
  editionId: string;

  @ApiProperty({ type: 'integer' })
  editionNumber: number;

  @ApiProperty({ type: GradeView, nullable: true, description: 'The verdict that stands.' })
  grade: GradeView | null;

  @ApiProperty({ type: PointsView, nullable: true, description: 'The same ratings, by the rubric of the later edition.' })
  byRule: PointsView | null;

  @ApiProperty()
  qualifies: boolean;

  @ApiProperty({ type: [ReasonView], description: 'Which rules hold now and did not before; or what stands in the way.' })
  reasons: ReasonView[];
}

export class LaterEditionView {
  @ApiProperty({ format: 'uuid' })
  microCredentialId: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: 'integer' })
  number: number;
}

export class NewlyQualifiedPage {
  @ApiProperty({ description: 'The one by whose rules it is asked.' })
  edition: LaterEditionView;

  @ApiProperty({ type: [CandidateView] })
  items: CandidateView[];

  @ApiProperty({ type: 'string', nullable: true, description: 'Cursor of the next page; null on the last.' })
  next: string | null;

  @ApiProperty({ description: 'Of the whole list of people who qualify. Send it with the confirmation.' })
  version: string;

  @ApiProperty({ type: 'integer', description: 'How many people qualify.' })
  total: number;
}

export class ConfirmAwardsDto {
  @Text({ min: 1, max: 100, description: '`version` of the list that you looked at.' })
  version: string;

  @IdList({
    minItems: 1,
    maxItems: 10_000,
    optional: true,
    description: 'These people alone; everybody on the list if left out.',
  })
  enrollmentIds?: string[];

  @Text({ min: 1, max: 1_000, description: 'For the history of each verdict, which its learner reads.' })
  reason: string;
}

export class RequalificationCounts {
  @ApiProperty({ type: 'integer' })
  waiting: number;

  @ApiProperty({ type: 'integer' })
  awarded: number;

  @ApiProperty({ type: 'integer', description: 'Did not qualify any more when their turn came.' })
  changed: number;
}

export class RequalificationView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  editionId: string;

  @ApiProperty({ enum: STATES })
  state: (typeof STATES)[number];

  @ApiProperty()
  reason: string;

  @ApiProperty({ type: 'integer' })
  total: number;

  @ApiProperty()
  counts: RequalificationCounts;

  @ApiProperty({ format: 'uuid' })
  confirmedBy: string;

  @ApiProperty({ format: 'date-time' })
  confirmedAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  finishedAt: string | null;
}

export class RequalificationRowView {
  @ApiProperty({ format: 'uuid' })
  enrollmentId: string;

  @ApiProperty({ format: 'uuid' })
  personId: string;

  @ApiProperty()
  personName: string;

  @ApiProperty({ enum: OUTCOMES })
  outcome: (typeof OUTCOMES)[number];

  @ApiProperty({ type: [ReasonView], description: 'As the list said when it was confirmed.' })
  reasons: ReasonView[];
}
