import { ApiProperty } from '@nestjs/swagger';
import { Id, OneOf } from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/paging.js';
import type { ScoreState } from '../data/columns.query.js';
import { SCORE_STANDINGS, type ScoreStanding } from '../domain/score.js';
import { PARK_REASONS, type ParkReason } from '../domain/score-attempts.js';
import { SERVICE_PROBLEMS, type ServiceProblem } from '../domain/service-problem.js';
import type { TargetKind } from '../domain/target.js';

const SCORE_STATES = ['waiting', 'arrived', 'awaiting_grade', 'parked'] as const satisfies readonly ScoreState[];
const TARGET_KINDS = ['micro-credential', 'project', 'course', 'activity'] as const satisfies readonly TargetKind[];

export class LtiScoresQueryDto extends PageQuery {
  @OneOf(SCORE_STATES, { optional: true })
  state?: ScoreState;
}

export class LtiResendDto {
  @Id({ optional: true, description: 'Of one person, whether their score has arrived or not; left out: all that have not.' })
  identityId?: string;
}

export class LtiResentView {
  @ApiProperty({ description: 'How many scores are sent again.' })
  scores: number;
}

export class LtiColumnView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'Of the course, as the platform calls it.' })
  contextTitle: string;

  @ApiProperty({ description: 'Of the link, as the platform calls it.' })
  linkTitle: string;

  @ApiProperty({ enum: TARGET_KINDS, description: 'What its scores are of.' })
  kind: TargetKind;

  @ApiProperty({ format: 'uuid' })
  microCredentialId: string;

  @ApiProperty({ description: 'Scores that the platform has.' })
  arrived: number;

  @ApiProperty({ description: 'Scores that are on their way.' })
  waiting: number;

  @ApiProperty({ description: 'Work without a grade that the platform did not hear of; its grade is sent when there is one.' })
  awaitingGrade: number;

  @ApiProperty({ description: 'Grades that are no longer tried.' })
  parked: number;
}

export class LtiColumnsView {
  @ApiProperty({ type: [LtiColumnView], description: 'Those with scores that do not arrive first; 500 at most.' })
  items: LtiColumnView[];
}

export class LtiPointsView {
  @ApiProperty()
  given: number;

  @ApiProperty()
  maximum: number;
}

export class LtiScoreView {
  @ApiProperty({ format: 'uuid' })
  identityId: string;

  @ApiProperty({ format: 'uuid' })
  personId: string;

  @ApiProperty()
  personName: string;

  @ApiProperty({
    enum: SCORE_STATES,
    description:
      '`awaiting_grade`: that work waits for its grade is no longer told; nothing is lost, the grade is sent when there is one. ' +
      '`parked`: the grade itself is no longer tried.',
  })
  state: ScoreState;

  @ApiProperty({ enum: SCORE_STANDINGS, description: 'A grade; or work that waits for one, or that was taken back.' })
  standing: ScoreStanding;

  @ApiProperty({ type: LtiPointsView, nullable: true, description: 'What the platform should show; `null`: no grade.' })
  score: LtiPointsView | null;

  @ApiProperty({ format: 'date-time', description: 'Since when.' })
  desiredAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'When a score arrived last.' })
  sentAt: string | null;

  @ApiProperty({ description: 'That failed since.' })
  attempts: number;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  nextAttemptAt: string | null;

  @ApiProperty({ enum: PARK_REASONS, type: 'string', nullable: true, description: 'Why it is no longer tried.' })
  parked: ParkReason | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'What the last attempt met.' })
  lastProblem: string | null;
}

export class LtiComparedScoreView {
  @ApiProperty({ format: 'uuid' })
  identityId: string;

  @ApiProperty()
  personName: string;

  @ApiProperty({ enum: SCORE_STANDINGS, description: 'A grade; or work that waits for one, or that was taken back.' })
  standing: ScoreStanding;

  @ApiProperty({ type: LtiPointsView, nullable: true, description: 'What it was told; `null`: no grade.' })
  told: LtiPointsView | null;

  @ApiProperty({ type: LtiPointsView, nullable: true, description: 'What it shows; `null`: nothing.' })
  shown: LtiPointsView | null;

  @ApiProperty({ description: 'Somebody changed it there, or it was lost: on whatever scale, it is not what was told.' })
  differs: boolean;
}

export class LtiComparisonView {
  @ApiProperty({ enum: SERVICE_PROBLEMS, type: 'string', nullable: true, description: 'Why the platform could not be asked.' })
  problem: ServiceProblem | null;

  @ApiProperty({ type: [LtiComparedScoreView], description: 'The scores that arrived there.' })
  items: LtiComparedScoreView[];
}
