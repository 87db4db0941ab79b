import { ApiProperty } from '@nestjs/swagger';
import { IsObject, ValidateBy } from 'class-validator';
import { Id } from '../../../platform/http/fields.js';
import type { EnrollmentState } from '../domain/learning-access.js';

export const KINDS = ['page', 'video', 'file', 'quiz'] as const;
export const UNLOCK_STATES = ['open', 'locked', 'completed'] as const;
export const ACTIVITY_STATES = ['locked', 'open', 'begun', 'completed'] as const;
export const STATES: EnrollmentState[] = ['invited', 'waitlisted', 'active', 'completed', 'withdrawn', 'expired'];

export class ProgressView {
  @ApiProperty({ minimum: 0, maximum: 1, description: 'Of all before the project; 1 exactly when complete.' })
  share: number;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 100, description: 'Rounded down: 100 means complete.' })
  percent: number;

  @ApiProperty()
  minutesDone: number;

  @ApiProperty()
  minutesTotal: number;
}

export class LockReasonView {
  @ApiProperty({ description: 'A stable key, for other languages.' })
  key: string;

  @ApiProperty({ description: 'One English sentence.' })
  words: string;

  @ApiProperty({ type: [String], description: 'Courses that it is about.' })
  courseIds: string[];

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'When it opens, where that is a matter of time.',
  })
  opensAt: string | null;
}

export class JourneyActivityView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ enum: KINDS })
  kind: (typeof KINDS)[number];

  @ApiProperty({ type: 'integer' })
  minutes: number;

  @ApiProperty()
  required: boolean;

  @ApiProperty({ enum: ACTIVITY_STATES })
  state: (typeof ACTIVITY_STATES)[number];

  @ApiProperty({ minimum: 0, maximum: 1, description: 'The furthest that was told; 1 exactly when completed.' })
  value: number;

  @ApiProperty({ description: 'Counts as done without having been done here.' })
  waived: boolean;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  completedAt: string | null;
}

export class JourneyCourseView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ enum: UNLOCK_STATES })
  state: (typeof UNLOCK_STATES)[number];

  @ApiProperty({ type: [LockReasonView], description: 'Everything that still stands before it; empty unless locked.' })
  reasons: LockReasonView[];

  @ApiProperty()
  progress: ProgressView;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  completedAt: string | null;

  @ApiProperty({ type: [JourneyActivityView] })
  activities: JourneyActivityView[];
}

export class JourneyProjectView {
  @ApiProperty()
  title: string;

  @ApiProperty({ type: 'integer' })
  minutes: number;

  @ApiProperty({ enum: UNLOCK_STATES })
  state: (typeof UNLOCK_STATES)[number];

  @ApiProperty({ type: [LockReasonView] })
  reasons: LockReasonView[];

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  dueAt: string | null;
}

export class PositionView {
  @ApiProperty({ format: 'uuid' })
  activityId: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'As it was saved.' })
  place: Record<string, unknown>;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
}

export class NextUpView {
  @ApiProperty({ enum: ['activity', 'project'] })
  kind: 'activity' | 'project';

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  courseId: string | null;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  activityId: string | null;
}

export class JourneyEditionView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  microCredentialId: string;

  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty()
  title: string;
}

export class JourneyAbilities {
  @ApiProperty({ description: 'Tell facts, take quizzes.' })
  learn: boolean;

  @ApiProperty({ description: 'Let something count as done; instructors and the office.' })
  arrange: boolean;
}

/** What every telling of a learner's way begins with. */
export class PlaceView {
  @ApiProperty({ format: 'uuid' })
  enrollmentId: string;

  @ApiProperty({ format: 'uuid' })
  offeringId: string;

  @ApiProperty()
  offeringTitle: string;

  @ApiProperty({ enum: STATES })
  state: EnrollmentState;

  @ApiProperty()
  progress: ProgressView;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'When the offering ends.' })
  endsAt: string | null;
}

export class JourneyView extends PlaceView {
  @ApiProperty({ format: 'uuid' })
  personId: string;

  @ApiProperty()
  edition: JourneyEditionView;

  @ApiProperty({ type: [JourneyCourseView], description: 'In the order of the edition.' })
  courses: JourneyCourseView[];

  @ApiProperty()
  project: JourneyProjectView;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  startedAt: string | null;

  @ApiProperty({ type: PositionView, nullable: true, description: 'Where the learner left off.' })
  position: PositionView | null;

  @ApiProperty({
    type: NextUpView,
    nullable: true,
    description: 'The one thing to do next; null while there is nothing but waiting.',
  })
  next: NextUpView | null;

  @ApiProperty()
  can: JourneyAbilities;
}

const LARGEST_PLACE = 2_000;

export class SavePositionDto {
  @Id()
  activityId: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: `At most ${LARGEST_PLACE} characters of JSON.` })
  @IsObject()
  @ValidateBy({
    name: 'size',
    validator: {
      validate: (place: unknown) => typeof place === 'object' && JSON.stringify(place).length <= LARGEST_PLACE,
      defaultMessage: () => `place must be at most ${LARGEST_PLACE} characters of JSON`,
    },
  })
  place: Record<string, unknown>;
}
