import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, MEMBER_ROLES, type Role, RoleAccess } from '../../../platform/http/access.js';
import { Idempotent } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { page, PageOf } from '../../../platform/http/paging.js';
import { GrantRole } from '../use-cases/grant-role.js';
import { ReadMembers } from '../use-cases/read-members.js';
import { ReinstateMember } from '../use-cases/reinstate-member.js';
import { RevokeRole } from '../use-cases/revoke-role.js';
import { SuspendMember } from '../use-cases/suspend-member.js';
import { GrantRoleDto, MembersQuery, MemberView } from './member.dto.js';
import { presentMember } from './present-member.js';
import { KnownRole } from './known-role.js';

const LastAdministrator = () => ApiResponse({ status: 409, description: 'Nobody could administer the institution then.' });

@ApiTags('Members')
@Controller('api/v1/members')
export class MemberController {
  constructor(
    private readonly readMembers: ReadMembers,
    private readonly giveRole: GrantRole,
    private readonly takeRole: RevokeRole,
    private readonly suspend: SuspendMember,
    private readonly reinstate: ReinstateMember,
  ) {}

  /** Who belongs to the institution, in the order they joined. */
  @Get()
  @RoleAccess('people:read', 'office', 'admin')
  @ApiOkResponse({ type: PageOf(MemberView) })
  async listMembers(@CurrentActor() actor: Actor, @Query() query: MembersQuery) {
    const members = await this.readMembers.list(actor, query);
    return page(
      members,
      query.limit,
      ({ joinedAt, membershipId }) => ({ at: joinedAt, id: membershipId }),
      (member) => presentMember(member, actor),
    );
  }

  /** One member. */
  @Get(':personId')
  @RoleAccess('people:read', 'office', 'admin')
  @ApiOkResponse({ type: MemberView })
  async readMember(@CurrentActor() actor: Actor, @IdParam('personId') personId: string): Promise<MemberView> {
    return presentMember(await this.readMembers.one(actor, personId), actor);
  }

  /** Give a role. An administrator gives all of them, the office that of a learner. */
  @Post(':personId/roles')
  @RoleAccess('people:write', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: MemberView })
  async grantRole(
    @CurrentActor() actor: Actor,
    @IdParam('personId') personId: string,
    @Body() { role }: GrantRoleDto,
  ): Promise<MemberView> {
    return presentMember(await this.giveRole.run(actor, personId, role), actor);
  }

  /** Take a role away, at once. */
  @Delete(':personId/roles/:role')
  @RoleAccess('people:write', 'admin')
  @ApiParam({ name: 'role', enum: MEMBER_ROLES })
  @ApiOkResponse({ type: MemberView })
  @LastAdministrator()
  async revokeRole(
    @CurrentActor() actor: Actor,
    @IdParam('personId') personId: string,
    @Param('role', KnownRole) role: Role,
  ): Promise<MemberView> {
    return presentMember(await this.takeRole.run(actor, personId, role), actor);
  }

  /** Shut a member out, at once. Their work and credentials stay. */
  @Post(':personId/suspension')
  @RoleAccess('people:write', 'admin')
  @ApiCreatedResponse({ type: MemberView })
  @LastAdministrator()
  async suspendMember(@CurrentActor() actor: Actor, @IdParam('personId') personId: string): Promise<MemberView> {
    return presentMember(await this.suspend.run(actor, personId), actor);
  }

  /** Let a member back in, with the roles they had. */
  @Delete(':personId/suspension')
  @RoleAccess('people:write', 'admin')
  @ApiOkResponse({ type: MemberView })
  async reinstateMember(@CurrentActor() actor: Actor, @IdParam('personId') personId: string): Promise<MemberView> {
    return presentMember(await this.reinstate.run(actor, personId), actor);
  }
}
