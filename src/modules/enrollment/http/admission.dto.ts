import { ApiProperty } from '@nestjs/swagger';
import { ENROLLMENT_STATES, type EnrollmentState } from '../domain/enrollment-state.js';
import type { PlaceRefusal } from '../domain/admission.js';

const REASONS: PlaceRefusal['key'][] = [
  'enrollment_not_open_yet',
  'enrollment_closed',
  'offering_ended',
  'no_seats_left',
  'waitlist_full',
  'offering_cancelled',
  'office_enrolls',
  'not_a_learner',
];

export class OfferedMicroCredentialView {
  @ApiProperty({ description: 'Part of the address of its public page.' })
  slug: string;

  @ApiProperty()
  title: string;

  @ApiProperty()
  summary: string;

  @ApiProperty({ description: 'BCP 47.' })
  language: string;

  @ApiProperty({ description: 'What a learner needs in all, in hours.' })
  hours: number;

  @ApiProperty({ type: [String], description: 'Titles of its courses, in their order.' })
  courses: string[];

  @ApiProperty()
  projectTitle: string;
}

export class OwnPlaceView {
  @ApiProperty({ format: 'uuid' })
  enrollmentId: string;

  @ApiProperty({ enum: ENROLLMENT_STATES })
  state: EnrollmentState;
}

export class AdmissionView {
  @ApiProperty({ format: 'uuid' })
  offeringId: string;

  @ApiProperty()
  title: string;

  @ApiProperty()
  priceLabel: string;

  @ApiProperty({ format: 'date-time' })
  startsAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  endsAt: string | null;

  @ApiProperty({ format: 'date-time' })
  enrollFrom: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  enrollUntil: string | null;

  @ApiProperty()
  microCredential: OfferedMicroCredentialView;

  @ApiProperty({ type: OwnPlaceView, nullable: true, description: 'Your place, if you have one.' })
  place: OwnPlaceView | null;

  @ApiProperty({ enum: ['active', 'waitlisted', 'refused'], description: 'What you would get by asking for a place now.' })
  outcome: 'active' | 'waitlisted' | 'refused';

  @ApiProperty({ enum: REASONS, nullable: true, description: 'Why you would get none.' })
  reason: PlaceRefusal['key'] | null;
}
