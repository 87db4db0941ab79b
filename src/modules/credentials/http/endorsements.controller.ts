import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CurrentActor, PublicAccess, RoleAccess } from '../../../platform/http/access.js';
import { Idempotent } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { answerPage } from '../../../platform/http/pages/answer-page.js';
import type { Page } from '../../../platform/http/pages/html-page.js';
import { page, PageOf, PageQuery } from '../../../platform/http/paging.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { endorsementWithdrawn } from '../problems.js';
import { DecideEndorsement } from '../use-cases/endorsing/decide-endorsement.js';
import { GiveEndorsement } from '../use-cases/endorsing/give-endorsement.js';
import { type KnownEndorsement, ReadEndorsements } from '../use-cases/endorsing/read-endorsements.js';
import { ReceiveEndorsement } from '../use-cases/endorsing/receive-endorsement.js';
import { ShowEndorsement } from '../use-cases/endorsing/show-endorsement.js';
import { WithdrawEndorsement } from '../use-cases/endorsing/withdraw-endorsement.js';
import { GiveEndorsementDto, GivenEndorsementView, ReceivedEndorsementView } from './endorsement.dto.js';
import { endorsementPage, withdrawnEndorsementPage } from './pages/endorsement-page.js';
import { missingPage } from './pages/missing-page.js';
import { presentGivenEndorsement, presentReceivedEndorsement } from './present-endorsement.js';
import { openToAll, VC_TYPE } from './public-answers.js';
import { wantsPage } from './wants-page.js';

const GivenPage = PageOf(GivenEndorsementView);
const ReceivedPage = PageOf(ReceivedEndorsementView);

/** One institution vouching for the achievements of another (OB 3.0 EndorsementCredential). */
@ApiTags('Endorsements')
@Controller()
export class EndorsementsController {
  constructor(
    private readonly read: ReadEndorsements,
    private readonly give: GiveEndorsement,
    private readonly withdraw: WithdrawEndorsement,
    private readonly receive: ReceiveEndorsement,
    private readonly decide: DecideEndorsement,
    private readonly show: ShowEndorsement,
  ) {}

  /** Endorsements that the institution gave, newest first. */
  @Get('api/v1/endorsements')
  @RoleAccess('credentials:read', 'office', 'admin')
  @ApiOkResponse({ type: GivenPage })
  async listEndorsements(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<InstanceType<typeof GivenPage>> {
    const rows = await this.read.given(actor, query);
    return page(rows, query.limit, ({ givenAt, id }) => ({ at: givenAt, id }), presentGivenEndorsement);
  }

  /** Endorse an achievement or an issuer. It is signed in the institution's name and public at its address. */
  @Post('api/v1/endorsements')
  @RoleAccess('credentials:write', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: GivenEndorsementView })
  async giveEndorsement(@CurrentActor() actor: Actor, @Body() body: GiveEndorsementDto): Promise<GivenEndorsementView> {
    const { subject, comment, validUntil } = body;
    return presentGivenEndorsement(await this.give.run(actor, { subject, comment, validUntil: new Date(validUntil) }));
  }

  /** One of them. */
  @Get('api/v1/endorsements/:id')
  @RoleAccess('credentials:read', 'office', 'admin')
  @ApiOkResponse({ type: GivenEndorsementView })
  async getEndorsement(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<GivenEndorsementView> {
    return presentGivenEndorsement(await this.read.oneGiven(actor, id));
  }

  /** Take one back: nobody is shown it any more, and copies of it fail. */
  @Post('api/v1/endorsements/:id/withdrawal')
  @RoleAccess('credentials:write', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: GivenEndorsementView })
  async withdrawEndorsement(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<GivenEndorsementView> {
    return presentGivenEndorsement(await this.withdraw.run(actor, id));
  }

  /** Endorsements of the institution and its achievements, newest first. */
  @Get('api/v1/received-endorsements')
  @RoleAccess('credentials:read', 'office', 'admin')
  @ApiOkResponse({ type: ReceivedPage })
  async listReceivedEndorsements(
    @CurrentActor() actor: Actor,
    @Query() query: PageQuery,
  ): Promise<InstanceType<typeof ReceivedPage>> {
    const rows = await this.read.received(actor, query);
    return page(rows, query.limit, ({ receivedAt, id }) => ({ at: receivedAt, id }), presentReceivedEndorsement);
  }

  /** Bring an endorsement that was signed elsewhere: the EndorsementCredential is the body. The same one twice is kept once. */
  @Post('api/v1/received-endorsements')
  @RoleAccess('credentials:write', 'office', 'admin')
  @Idempotent()
  @ApiBody({ schema: { type: 'object', description: 'The EndorsementCredential.' } })
  @ApiCreatedResponse({ type: ReceivedEndorsementView })
  async receiveEndorsement(@CurrentActor() actor: Actor, @Body() body: unknown): Promise<ReceivedEndorsementView> {
    return presentReceivedEndorsement(await this.receive.run(actor, body));
  }

  /** Show it with what it endorses. */
  @Post('api/v1/received-endorsements/:id/acceptance')
  @RoleAccess('credentials:write', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: ReceivedEndorsementView })
  async acceptEndorsement(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ReceivedEndorsementView> {
    return presentReceivedEndorsement(await this.decide.run(actor, id, 'accepted'));
  }

  /** Do not show it, or no longer. */
  @Post('api/v1/received-endorsements/:id/rejection')
  @RoleAccess('credentials:write', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: ReceivedEndorsementView })
  async rejectEndorsement(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ReceivedEndorsementView> {
    return presentReceivedEndorsement(await this.decide.run(actor, id, 'rejected'));
  }

  /** An endorsement: the exact signed bytes, or a page for people (`Accept: text/html`). */
  @Get('endorsements/:publicId')
  @PublicAccess()
  @ApiOkResponse({
    content: { 'application/vc+ld+json': { schema: { type: 'object' } }, 'text/html': { schema: { type: 'string' } } },
  })
  async showEndorsement(
    @Param('publicId') publicId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    void reply.header('vary', 'accept').header('cache-control', 'no-cache');
    const given = await this.read.public(publicId);
    if (wantsPage(request.headers.accept)) {
      const { status, shown } = await this.pageOf(given);
      void reply.status(status);
      return answerPage(request, reply, shown);
    }
    if (!given || given.signed === null) throw new Problem(notFound);
    if (given.withdrawnAt) throw new Problem(endorsementWithdrawn, { detail: 'Who gave this endorsement has withdrawn it.' });
    void openToAll(reply).header('content-type', VC_TYPE);
    return given.signed;
  }

  private async pageOf(given: KnownEndorsement | null): Promise<{ status: number; shown: Page }> {
    if (!given || given.signed === null) return { status: 404, shown: missingPage('endorsement') };
    if (given.withdrawnAt) return { status: 410, shown: withdrawnEndorsementPage() };
    const { url } = presentGivenEndorsement(given);
    return { status: 200, shown: endorsementPage(await this.show.run(given, given.signed), url) };
  }
}
