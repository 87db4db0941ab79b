import { Body, Controller, Delete, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { PlanStudy } from '../use-cases/plan-study.js';
import { presentStudyPlan } from './present-study-plan.js';
import { PlanStudyDto, StudyPlanView } from './study-plan.dto.js';

@ApiTags('Learning')
@Controller('api/v1/enrollments/:id/study-plan')
export class StudyPlanController {
  constructor(private readonly planStudy: PlanStudy) {}

  /** Say how much time you set aside on which days. Your calendar shows what fits where; replaces the plan before. */
  @Put()
  @RoleAccess('learning:write', 'learner')
  @ApiOkResponse({ type: StudyPlanView })
  async planStudyTime(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: PlanStudyDto): Promise<StudyPlanView> {
    return presentStudyPlan(await this.planStudy.keep(actor, id, body));
  }

  /** Take the plan back. */
  @Delete()
  @HttpCode(204)
  @RoleAccess('learning:write', 'learner')
  @ApiNoContentResponse()
  async dropStudyPlan(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    await this.planStudy.drop(actor, id);
  }
}
