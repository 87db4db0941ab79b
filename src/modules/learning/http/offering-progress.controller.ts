import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { page, PageOf } from '../../../platform/http/paging.js';
import { ReadOfferingProgress } from '../use-cases/read-offering-progress.js';
import { LearnerProgressQuery, LearnerProgressView } from './offering-progress.dto.js';
import { presentLearnerProgress } from './present-learner-progress.js';

const LearnerProgressPage = PageOf(LearnerProgressView);

@ApiTags('Learning')
@Controller('api/v1/offerings/:id/progress')
export class OfferingProgressController {
  constructor(private readonly readProgress: ReadOfferingProgress) {}

  /** How far everybody in an offering is, newest place first: the numbers that each learner sees. */
  @Get()
  @RoleAccess('learning:read', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: LearnerProgressPage })
  async listOfferingProgress(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() query: LearnerProgressQuery,
  ): Promise<InstanceType<typeof LearnerProgressPage>> {
    const rows = await this.readProgress.run(actor, id, query);
    return page(rows, query.limit, ({ standing }) => ({ at: standing.createdAt, id: standing.id }), presentLearnerProgress);
  }
}
