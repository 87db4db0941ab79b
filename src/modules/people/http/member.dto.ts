import { ApiProperty } from '@nestjs/swagger';
import { MEMBER_ROLES, type Role } from '../../../platform/http/access.js';
import { OneOf, Text } from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/paging.js';

export class MembersQuery extends PageQuery {
  @OneOf(MEMBER_ROLES, { optional: true })
  role?: Role;

  @Text({ max: 200, optional: true, description: 'Part of the name or e-mail address.' })
  q?: string;
}

export class GrantRoleDto {
  @OneOf(MEMBER_ROLES)
  role: Role;
}

export class MemberAbilitiesView {
  @ApiProperty({ enum: MEMBER_ROLES, isArray: true, description: 'Roles that you may give.' })
  grantRoles: Role[];

  @ApiProperty()
  revokeRoles: boolean;

  @ApiProperty()
  suspend: boolean;
}

export class MemberView {
  @ApiProperty({ format: 'uuid' })
  personId: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: 'string', format: 'email', nullable: true })
  email: string | null;

  @ApiProperty({ enum: MEMBER_ROLES, isArray: true })
  roles: Role[];

  @ApiProperty({ format: 'date-time' })
  joinedAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'Shut out since then.' })
  suspendedAt: string | null;

  @ApiProperty({ type: MemberAbilitiesView })
  can: MemberAbilitiesView;
}
