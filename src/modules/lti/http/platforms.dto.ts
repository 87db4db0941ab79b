import { ApiProperty } from '@nestjs/swagger';
import { Flag, Nested, OneOf, Text, TextList, WebAddress } from '../../../platform/http/fields.js';
import { NOTICE_STATES, type NoticeState } from '../domain/notice-state.js';
import { PARK_REASONS, type ParkReason } from '../domain/score-attempts.js';
import { SERVICE_PROBLEMS, type ServiceProblem } from '../domain/service-problem.js';

const PLATFORM_STATES = ['pending', 'active', 'disabled'] as const;
const DEPLOYMENT_STATES = ['pending', 'approved', 'refused'] as const;
const DECISIONS = ['approved', 'refused'] as const;
const MOST_ORIGINS = 20;

export class LtiSettingsDto {
  @Flag({ description: 'Scores go to the gradebook of the platform.' })
  sendScores: boolean;

  @Flag({ description: 'Who is in its courses is read there, and becomes known here.' })
  syncRosters: boolean;

  @Flag({ description: 'The first deployment that launches is taken for the one that was meant; later ones wait.' })
  acceptFirstDeployment: boolean;
}

export class LtiPlatformDto {
  @Text({ min: 1, max: 200, description: 'What administrators call it.' })
  name: string;

  @Text({ max: 100, description: 'As it calls itself: moodle, canvas, desire2learn. Empty: unknown.' })
  productFamily: string;

  @WebAddress({ description: 'Where a login is answered (OIDC authorization endpoint); https.' })
  authorizationUrl: string;

  @WebAddress({ description: 'Where access tokens are asked for; https.' })
  tokenUrl: string;

  @Text({ max: 2_000, nullable: true, description: '`null`: the token address. Some platforms name another audience.' })
  tokenAudience: string | null;

  @WebAddress({ description: 'Where its public keys are; https.' })
  jwksUrl: string;

  @TextList({ maxItems: MOST_ORIGINS, min: 1, max: 2_000, description: 'Origins of its pages, which show Cairn in a frame.' })
  frameOrigins: string[];

  @Nested(LtiSettingsDto)
  settings: LtiSettingsDto;
}

export class NewLtiPlatformDto extends LtiPlatformDto {
  @WebAddress({ description: 'Exactly as the platform shows it: it is compared as text.' })
  issuer: string;

  @Text({ min: 1, max: 255, description: 'That the platform gave to Cairn.' })
  clientId: string;
}

export class LtiDeploymentDto {
  @Text({ min: 1, max: 255, description: 'As the platform shows it.' })
  deploymentId: string;
}

export class LtiDeploymentDecisionDto {
  @OneOf(DECISIONS)
  decision: (typeof DECISIONS)[number];
}

export class LtiCreatedView {
  @ApiProperty({ format: 'uuid' })
  id: string;
}

export class LtiPlatformSummaryView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: PLATFORM_STATES })
  state: (typeof PLATFORM_STATES)[number];

  @ApiProperty({ format: 'uri' })
  issuer: string;

  @ApiProperty()
  clientId: string;

  @ApiProperty({ description: 'Empty: unknown.' })
  productFamily: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: 'integer', description: 'That wait for an administrator.' })
  pendingDeployments: number;

  @ApiProperty({ type: 'integer', description: 'Courses in which it was opened.' })
  courses: number;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  lastLaunchAt: string | null;
}

export class LtiPlatformsView {
  @ApiProperty({ type: [LtiPlatformSummaryView] })
  items: LtiPlatformSummaryView[];
}

export class LtiNoticesView {
  @ApiProperty({
    enum: NOTICE_STATES,
    description:
      '`asked`: it is asked until it answers. `refused`, and `given_up` after many tries: it is not asked any more, until somebody wants it.',
  })
  state: NoticeState;

  @ApiProperty({ type: 'string', enum: SERVICE_PROBLEMS, nullable: true, description: 'What came of the last attempt.' })
  problem: ServiceProblem | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'When the platform was last asked.' })
  triedAt: string | null;
}

export class LtiDeploymentView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  deploymentId: string;

  @ApiProperty({ enum: DEPLOYMENT_STATES, description: '`pending`: somebody tried to open Cairn by it.' })
  state: (typeof DEPLOYMENT_STATES)[number];

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  decidedAt: string | null;

  @ApiProperty({ type: 'integer' })
  courses: number;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  lastLaunchAt: string | null;

  @ApiProperty({
    type: LtiNoticesView,
    nullable: true,
    description: 'Of copied courses, which the platform is asked to send; `null`: it offers none.',
  })
  notices: LtiNoticesView | null;
}

export class LtiParkedScoresView {
  @ApiProperty({ enum: PARK_REASONS })
  reason: ParkReason;

  @ApiProperty({ type: 'integer' })
  count: number;

  @ApiProperty({ type: 'integer', description: 'Of these, work that has no grade yet: its grade is sent when there is one.' })
  awaitingGrade: number;
}

export class LtiTroublesView {
  @ApiProperty({ type: 'integer', description: 'Scores that are still to arrive.' })
  scoresWaiting: number;

  @ApiProperty({ type: [LtiParkedScoresView], description: 'Scores that are no longer tried.' })
  scoresParked: LtiParkedScoresView[];
}

export class LtiPlatformView extends LtiPlatformSummaryView {
  @ApiProperty({ format: 'uri' })
  authorizationUrl: string;

  @ApiProperty({ format: 'uri' })
  tokenUrl: string;

  @ApiProperty({ type: 'string', nullable: true })
  tokenAudience: string | null;

  @ApiProperty({ format: 'uri' })
  jwksUrl: string;

  @ApiProperty({ type: [String] })
  algorithms: string[];

  @ApiProperty({ type: [String] })
  frameOrigins: string[];

  @ApiProperty({ type: [String], description: 'Services that it gave leave for.' })
  scopes: string[];

  @ApiProperty({ type: LtiSettingsDto })
  settings: LtiSettingsDto;

  @ApiProperty({ type: [LtiDeploymentView], description: 'Those that wait first.' })
  deployments: LtiDeploymentView[];

  @ApiProperty({ type: LtiTroublesView })
  troubles: LtiTroublesView;

  // Not `version`: that would be the answer's ETag, and deployments and troubles change without it.
  @ApiProperty({ type: 'integer', description: 'Names what is changed: If-Match: "v1".' })
  termsVersion: number;
}
