import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { Idempotent } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { page, PageOf, PageQuery } from '../../../platform/http/paging.js';
import { ConfirmAwards } from '../use-cases/requalifying/confirm-awards.js';
import { ListNewlyQualified } from '../use-cases/requalifying/list-newly-qualified.js';
import { ReadRequalifications } from '../use-cases/requalifying/read-requalifications.js';
import { presentNewlyQualified, presentRequalification, presentRequalificationRow } from './present-requalification.js';
import {
  ConfirmAwardsDto,
  NewlyQualifiedPage,
  NewlyQualifiedQuery,
  RequalificationRowView,
  RequalificationView,
} from './requalification.dto.js';

const RequalificationsPage = PageOf(RequalificationView);
const RequalificationRowsPage = PageOf(RequalificationRowView);

/** People on earlier editions who qualify by a later one that asks for less. */
@ApiTags('Credentials')
@Controller('api/v1')
export class RequalificationController {
  constructor(
    private readonly list: ListNewlyQualified,
    private readonly confirm: ConfirmAwards,
    private readonly read: ReadRequalifications,
  ) {}

  /** Who on an earlier edition has no credential and qualifies by this one, from what is recorded; or who does not, and why. */
  @Get('editions/:id/newly-qualified')
  @RoleAccess('credentials:read', 'office', 'admin')
  @ApiOkResponse({ type: NewlyQualifiedPage })
  async listNewlyQualified(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() { who = 'qualified', limit, cursor }: NewlyQualifiedQuery,
  ): Promise<NewlyQualifiedPage> {
    return presentNewlyQualified(await this.list[who](actor, id, { limit, cursor }), limit);
  }

  /** Award them, or some of them. They are moved to the edition, and their verdicts say by whose word and why. */
  @Post('editions/:id/newly-qualified/awards')
  @RoleAccess('credentials:write', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: RequalificationView })
  async awardNewlyQualified(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() { version, enrollmentIds, reason }: ConfirmAwardsDto,
  ): Promise<RequalificationView> {
    return presentRequalification(await this.confirm.run(actor, id, { version, enrollmentIds: enrollmentIds ?? null, reason }));
  }

  /** What was confirmed for an edition, newest first. */
  @Get('editions/:id/newly-qualified/awards')
  @RoleAccess('credentials:read', 'office', 'admin')
  @ApiOkResponse({ type: RequalificationsPage })
  async listRequalifications(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() query: PageQuery,
  ): Promise<InstanceType<typeof RequalificationsPage>> {
    const rows = await this.read.list(actor, id, query);
    return page(rows, query.limit, ({ confirmedAt, id: last }) => ({ at: confirmedAt, id: last }), presentRequalification);
  }

  /** How far one has come. */
  @Get('requalifications/:id')
  @RoleAccess('credentials:read', 'office', 'admin')
  @ApiOkResponse({ type: RequalificationView })
  async getRequalification(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<RequalificationView> {
    return presentRequalification(await this.read.one(actor, id));
  }

  /** What became of each person. */
  @Get('requalifications/:id/rows')
  @RoleAccess('credentials:read', 'office', 'admin')
  @ApiOkResponse({ type: RequalificationRowsPage })
  async listRequalificationRows(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() query: PageQuery,
  ): Promise<InstanceType<typeof RequalificationRowsPage>> {
    return page(
      await this.read.rows(actor, id, query),
      query.limit,
      // They are in the order of their ids alone.
      ({ enrollmentId }) => ({ at: new Date(0), id: enrollmentId }),
      presentRequalificationRow,
    );
  }
}
