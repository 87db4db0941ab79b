import { ApiProperty } from '@nestjs/swagger';
import { Email, Id, Text } from '../../../platform/http/fields.js';
import { MEMBER_ROLES, type Role } from '../../../platform/http/access.js';

export class SignInDto {
  @Text({ min: 1, max: 254, description: 'E-mail address.' })
  email: string;

  @Text({ min: 1, max: 1_000 })
  password: string;
}

export class ChooseInstitutionDto {
  @Id({ description: 'One of your memberships’ institutions.' })
  institutionId: string;
}

export class DescribeMeDto {
  @Text({ min: 1, max: 400, optional: true })
  name?: string;

  @Text({ min: 2, max: 35, optional: true, description: 'BCP 47.' })
  locale?: string;

  @Text({ min: 1, max: 64, optional: true, description: 'IANA time zone.' })
  timeZone?: string;
}

export class ChangePasswordDto {
  @Text({ max: 1_000, optional: true, description: 'Required once you have a password.' })
  currentPassword?: string;

  @Text({ max: 1_000, description: '8 to 256 characters; not a common one, nor one with your e-mail address in it.' })
  newPassword: string;
}

export class ChangeEmailDto {
  @Text({ min: 1, max: 254 })
  email: string;

  @Text({ max: 1_000, optional: true, description: 'Required once you have a password; until then, sign in afresh.' })
  password?: string;
}

export class RequestPasswordResetDto {
  @Email()
  email: string;
}

export class InstitutionBriefView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  slug: string;

  @ApiProperty()
  name: string;
}

export class PersonView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: 'string', nullable: true, format: 'email' })
  email: string | null;

  @ApiProperty({ description: 'BCP 47.' })
  locale: string;

  @ApiProperty({ description: 'IANA time zone.' })
  timeZone: string;

  @ApiProperty({ description: 'Runs this installation: may open institutions.' })
  operator: boolean;

  @ApiProperty()
  hasPassword: boolean;
}

export class MembershipView {
  @ApiProperty({ type: InstitutionBriefView })
  institution: InstitutionBriefView;

  @ApiProperty({ enum: MEMBER_ROLES, isArray: true })
  roles: Role[];

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  suspendedAt: string | null;
}

export class CurrentSessionView {
  @ApiProperty({ type: PersonView })
  person: PersonView;

  @ApiProperty({ type: InstitutionBriefView, nullable: true, description: 'Where you act now.' })
  institution: InstitutionBriefView | null;

  @ApiProperty({ enum: MEMBER_ROLES, isArray: true, description: 'Your roles there.' })
  roles: Role[];

  @ApiProperty({
    description: 'You came by an LMS: your roles are what it says of you in one of its courses, and count there alone.',
  })
  byLms: boolean;

  @ApiProperty({ type: [MembershipView] })
  memberships: MembershipView[];
}

export class OwnSessionView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'The one that asks.' })
  current: boolean;

  @ApiProperty({ description: 'What the browser calls itself.' })
  userAgent: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  lastSeenAt: string;

  @ApiProperty({ format: 'date-time', description: 'Ends then at the latest; sooner when unused for 14 days.' })
  expiresAt: string;
}

export class EmailChangeView {
  @ApiProperty({ description: 'False: a link was sent to the new address, and it counts when that is used.' })
  confirmed: boolean;
}
