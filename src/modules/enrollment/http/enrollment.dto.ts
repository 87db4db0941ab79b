import { ApiProperty } from '@nestjs/swagger';
import { Decimal, Id, Moment, OneOf, Text, Whole } from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/paging.js';
import { ENROLLMENT_STATES, type EnrollmentState } from '../domain/enrollment-state.js';

export class EnrollDto {
  @Id({ optional: true, description: 'Who is enrolled; left out: yourself.' })
  personId?: string;
}

export class EnrollmentQuery extends PageQuery {
  @OneOf(ENROLLMENT_STATES, { optional: true })
  state?: EnrollmentState;
}

export class OfferingQuery extends PageQuery {
  @Id({ optional: true })
  editionId?: string;

  @Id({ optional: true, description: 'Of any of its editions.' })
  microCredentialId?: string;
}

export class ExtendDeadlineDto {
  @Moment()
  dueAt: string;

  @Text({ min: 1, max: 1_000 })
  reason: string;
}

export class GrantAccommodationDto {
  @Decimal({ min: 1, max: 10, description: 'Multiplies time limits; 1.5 is half as much again.' })
  timeFactor: number;

  @Whole({ min: 0, max: 365 })
  extraDays: number;

  @Text({ min: 1, max: 1_000 })
  reason: string;
}

export class EditionLearnersView {
  @ApiProperty({ format: 'uuid' })
  editionId: string;

  @ApiProperty({ enum: ENROLLMENT_STATES })
  state: EnrollmentState;

  @ApiProperty({ type: 'integer' })
  learners: number;
}

export class EditionLearnersList {
  @ApiProperty({ type: [EditionLearnersView], description: 'What nobody is in is missing.' })
  items: EditionLearnersView[];
}

export class EnrollmentAbilities {
  @ApiProperty()
  learn: boolean;

  @ApiProperty()
  withdraw: boolean;

  @ApiProperty()
  extend: boolean;
}

export class EnrollmentView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  offeringId: string;

  @ApiProperty({ format: 'uuid' })
  editionId: string;

  @ApiProperty({ format: 'uuid' })
  personId: string;

  @ApiProperty()
  personName: string;

  @ApiProperty({ enum: ENROLLMENT_STATES })
  state: EnrollmentState;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  startedAt: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  endedAt: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  projectDueAt: string | null;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty()
  can: EnrollmentAbilities;
}

export class AccommodationView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  personId: string;

  @ApiProperty()
  timeFactor: number;

  @ApiProperty({ type: 'integer' })
  extraDays: number;

  @ApiProperty()
  reason: string;

  @ApiProperty({ format: 'date-time' })
  grantedAt: string;
}
