import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { page, PageOf } from '../../../platform/http/paging.js';
import { keyOf, ReadWhereabouts } from '../use-cases/read-whereabouts.js';
import { presentStanding, presentWhereabouts, readPlace } from './present-whereabouts.js';
import { StandingLearnersQuery, StandingLearnerView, WhereaboutsView } from './whereabouts.dto.js';

const StandingLearnersPage = PageOf(StandingLearnerView);

@ApiTags('Learning')
@Controller('api/v1/offerings/:id/whereabouts')
export class WhereaboutsController {
  constructor(private readonly whereabouts: ReadWhereabouts) {}

  /** How many learners of an offering stand where on the way, and for how long. */
  @Get()
  @RoleAccess('learning:read', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: WhereaboutsView })
  async getWhereabouts(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<WhereaboutsView> {
    return presentWhereabouts(await this.whereabouts.survey(actor, id));
  }

  /** Who stands somewhere on the way; who has done nothing for longest comes first. */
  @Get('learners')
  @RoleAccess('learning:read', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: StandingLearnersPage })
  async listStandingLearners(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() query: StandingLearnersQuery,
  ): Promise<InstanceType<typeof StandingLearnersPage>> {
    const { cursor, limit } = query;
    return page(await this.whereabouts.list(actor, id, { at: readPlace(query), cursor, limit }), limit, keyOf, presentStanding);
  }
}
