import { ApiProperty } from '@nestjs/swagger';
import { MEMBER_ROLES, type Role } from '../../../platform/http/access.js';
import { OneOfList, Text } from '../../../platform/http/fields.js';
import { INVITATION_STATES, type InvitationState } from '../domain/invitation-state.js';
import { InstitutionBriefView } from './account.dto.js';

export class InviteMemberDto {
  @Text({ min: 1, max: 254 })
  email: string;

  @Text({ min: 1, max: 400 })
  name: string;

  @OneOfList(MEMBER_ROLES, {
    minItems: 1,
    maxItems: MEMBER_ROLES.length,
    description: 'The office invites learners, an administrator anybody.',
  })
  roles: Role[];
}

export class AcceptInvitationDto {
  @Text({ min: 1, max: 100, description: 'From the link in the mail.' })
  token: string;

  @Text({ min: 1, max: 400, optional: true, description: 'How a new person wants to be called.' })
  name?: string;

  @Text({
    max: 1_000,
    optional: true,
    description: 'A new person chooses one; somebody known who is not signed in proves themselves.',
  })
  password?: string;
}

export class InvitationAbilitiesView {
  @ApiProperty()
  revoke: boolean;
}

export class InvitationView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'email' })
  email: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: MEMBER_ROLES, isArray: true })
  roles: Role[];

  @ApiProperty({ enum: INVITATION_STATES })
  state: InvitationState;

  @ApiProperty({ format: 'uuid', description: 'Person who invited.' })
  invitedBy: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  acceptedAt: string | null;

  @ApiProperty({ type: InvitationAbilitiesView })
  can: InvitationAbilitiesView;
}

export class InvitationOfferView {
  @ApiProperty({ type: InstitutionBriefView })
  institution: InstitutionBriefView;

  @ApiProperty({ format: 'email' })
  email: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: MEMBER_ROLES, isArray: true })
  roles: Role[];

  @ApiProperty()
  accepted: boolean;

  @ApiProperty({ description: 'Somebody has an account with the address: sign in, or give its password, to accept.' })
  hasAccount: boolean;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}

export class AcceptedInvitationView {
  @ApiProperty({ format: 'uuid' })
  personId: string;

  @ApiProperty({ format: 'uuid' })
  institutionId: string;

  @ApiProperty({ enum: MEMBER_ROLES, isArray: true, description: 'What the person is there now.' })
  roles: Role[];
}
