import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { page, PageOf } from '../../../platform/http/paging.js';
import { ReadOverview } from '../use-cases/read-overview.js';
import { GroupedLearnerView, LearnerGroupQuery, OverviewQuery, OverviewView } from './overview.dto.js';
import { presentGroupedLearner, presentOverview } from './present-overview.js';

const GroupedLearnerPage = PageOf(GroupedLearnerView);

@ApiTags('Reports')
@Controller('api/v1/overview')
export class OverviewController {
  constructor(private readonly overview: ReadOverview) {}

  /** How many enrolled, are active, at risk, handed in, passed and got their badge: in all, by offering and by month. */
  @Get()
  @RoleAccess('reports:read', 'office', 'admin')
  @ApiOkResponse({ type: OverviewView })
  async getOverview(@CurrentActor() actor: Actor, @Query() query: OverviewQuery): Promise<OverviewView> {
    return presentOverview(await this.overview.run(actor, query));
  }

  /** Who is behind one of the numbers, the newest place first. */
  @Get('learners')
  @RoleAccess('reports:read', 'office', 'admin')
  @ApiOkResponse({ type: GroupedLearnerPage })
  async listLearnerGroup(
    @CurrentActor() actor: Actor,
    @Query() query: LearnerGroupQuery,
  ): Promise<InstanceType<typeof GroupedLearnerPage>> {
    const rows = await this.overview.learners(actor, query.group, query, query);
    return page(rows, query.limit, ({ createdAt, enrollmentId }) => ({ at: createdAt, id: enrollmentId }), presentGroupedLearner);
  }
}
