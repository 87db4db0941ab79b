import { Body, Controller, Get, Header, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { Idempotent } from '../../../platform/http/api.js';
import { PageOf } from '../../../platform/http/paging.js';
import { EnrollmentActView, presentEnrollmentAct } from '../../enrollment/index.js';
import { PlanEnrollmentAct } from '../use-cases/plan-enrollment-act.js';
import { ReadRoster } from '../use-cases/read-roster.js';
import { presentRosterPage } from './present-roster.js';
import { readPlannedAct, readRosterExport } from './read-roster-request.js';
import {
  PlanEnrollmentActDto,
  RosterCountView,
  RosterExportQuery,
  RosterFilterDto,
  rosterFilterOf,
  RosterQuery,
  RosterRowView,
} from './roster.dto.js';

const RosterPage = PageOf(RosterRowView);
const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

@ApiTags('Reports')
@Controller('api/v1')
export class RosterController {
  constructor(
    private readonly roster: ReadRoster,
    private readonly plan: PlanEnrollmentAct,
  ) {}

  /** Everybody's places at the institution. */
  @Get('roster')
  @RoleAccess('reports:read', 'office', 'admin')
  @ApiOkResponse({ type: RosterPage })
  async listRoster(@CurrentActor() actor: Actor, @Query() query: RosterQuery): Promise<InstanceType<typeof RosterPage>> {
    const { limit, cursor, sort = 'newest' } = query;
    return presentRosterPage(await this.roster.page(actor, rosterFilterOf(query), { sort, cursor, limit }), limit, sort);
  }

  /** How many places a filter finds. */
  @Get('roster/count')
  @RoleAccess('reports:read', 'office', 'admin')
  @ApiOkResponse({ type: RosterCountView })
  async countRoster(@CurrentActor() actor: Actor, @Query() query: RosterFilterDto): Promise<RosterCountView> {
    return this.roster.count(actor, rosterFilterOf(query));
  }

  /** All places of a filter as CSV. One export of yours runs at a time; an answer that breaks off is not whole. */
  @Get('roster.csv')
  @RoleAccess('reports:read', 'office', 'admin')
  @Header('content-type', CSV_TYPE)
  @Header('content-disposition', 'attachment; filename="enrolments.csv"')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  @ApiResponse({ status: 429, description: 'An export of yours, or several of others, are still running.' })
  async downloadRoster(@CurrentActor() actor: Actor, @Query() query: RosterExportQuery): Promise<StreamableFile> {
    return new StreamableFile(await this.roster.export(actor, readRosterExport(query)));
  }

  /** Plan one act on many places: what would become of each is answered, and nothing is done before it is confirmed. */
  @Post('enrollment-acts')
  @RoleAccess('enrollment:write', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: EnrollmentActView })
  async planEnrollmentAct(@CurrentActor() actor: Actor, @Body() body: PlanEnrollmentActDto): Promise<EnrollmentActView> {
    const { act, filter } = readPlannedAct(body);
    const { planned, now } = await this.plan.run(actor, act, filter);
    return presentEnrollmentAct(planned, now);
  }
}
