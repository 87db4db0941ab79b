import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, PersonIfAny, PublicAccess, RoleAccess, type SignedIn } from '../../../platform/http/access.js';
import { Idempotent } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { page, PageOf, PageQuery } from '../../../platform/http/paging.js';
import { AcceptInvitation } from '../use-cases/accept-invitation.js';
import { InviteMember } from '../use-cases/invite-member.js';
import { ReadInvitations } from '../use-cases/read-invitations.js';
import { RevokeInvitation } from '../use-cases/revoke-invitation.js';
import type { Visitor } from '../use-cases/visitor.js';
import { CurrentVisitor } from './current-visitor.js';
import {
  AcceptedInvitationView,
  AcceptInvitationDto,
  InvitationOfferView,
  InvitationView,
  InviteMemberDto,
} from './invitation.dto.js';
import { presentAcceptance, presentInvitation, presentOffer } from './present-invitation.js';
import { AnswerCookie, type SessionCookie } from './session-cookie.js';

@ApiTags('Invitations')
@Controller('api/v1/invitations')
export class InvitationController {
  constructor(
    private readonly invite: InviteMember,
    private readonly readInvitations: ReadInvitations,
    private readonly revoke: RevokeInvitation,
    private readonly accept: AcceptInvitation,
  ) {}

  /** Invite somebody by mail. An earlier invitation to the address stops working. */
  @Post()
  @RoleAccess('people:write', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: InvitationView })
  @ApiResponse({ status: 409, description: 'The person is a member already.' })
  async inviteMember(@CurrentActor() actor: Actor, @Body() body: InviteMemberDto): Promise<InvitationView> {
    return presentInvitation(this.readInvitations.withState(await this.invite.run(actor, body)), actor);
  }

  /** Invitations of the institution, newest first. */
  @Get()
  @RoleAccess('people:read', 'office', 'admin')
  @ApiOkResponse({ type: PageOf(InvitationView) })
  async listInvitations(@CurrentActor() actor: Actor, @Query() { limit, cursor }: PageQuery) {
    const invitations = await this.readInvitations.list(actor, limit, cursor);
    return page(
      invitations,
      limit,
      ({ invitation }) => ({ at: invitation.createdAt, id: invitation.id }),
      (each) => presentInvitation(each, actor),
    );
  }

  /** Take an open invitation back. */
  @Delete(':id')
  @HttpCode(204)
  @RoleAccess('people:write', 'office', 'admin')
  @ApiNoContentResponse()
  async revokeInvitation(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    await this.revoke.run(actor, id);
  }

  /** What an invitation offers, for whoever holds its token. */
  @Get('by-token/:token')
  @PublicAccess()
  @ApiOkResponse({ type: InvitationOfferView })
  @ApiResponse({ status: 410, description: 'Unknown, taken back or too old.' })
  async readInvitationOffer(@Param('token') token: string): Promise<InvitationOfferView> {
    return presentOffer(await this.readInvitations.byToken(token));
  }

  /** Take an invitation. You are signed in afterwards, acting for the institution. */
  @Post('acceptance')
  @PublicAccess()
  @ApiCreatedResponse({ type: AcceptedInvitationView })
  @ApiResponse({ status: 401, description: 'Somebody has an account with the address: sign in, or give its password.' })
  @ApiResponse({ status: 403, description: 'You are signed in as somebody else, or your membership is suspended.' })
  @ApiResponse({ status: 410, description: 'Unknown, taken back or too old.' })
  async acceptInvitation(
    @Body() body: AcceptInvitationDto,
    @CurrentVisitor() visitor: Visitor,
    @PersonIfAny() session: SignedIn | null,
    @AnswerCookie() cookie: SessionCookie,
  ): Promise<AcceptedInvitationView> {
    const accepted = await this.accept.run({ ...body, visitor, session });
    cookie.set(accepted.opened.token);
    return presentAcceptance(accepted);
  }
}
