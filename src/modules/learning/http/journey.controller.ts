import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { ReadActivity } from '../use-cases/read-activity.js';
import { ReadJourney } from '../use-cases/read-journey.js';
import { SavePosition } from '../use-cases/save-position.js';
import { JourneyView, PositionView, SavePositionDto } from './journey.dto.js';
import { CONTENT_VIEWS, LearnerActivityView } from './learner-activity.dto.js';
import { presentJourney, presentPosition } from './present-journey.js';
import { presentLearnerActivity } from './present-learner-activity.js';

@ApiTags('Learning')
@ApiExtraModels(...Object.values(CONTENT_VIEWS))
@Controller('api/v1/enrollments/:id')
export class JourneyController {
  constructor(
    private readonly readJourney: ReadJourney,
    private readonly readActivity: ReadActivity,
    private readonly savePosition: SavePosition,
  ) {}

  /** A learner's whole way: how far they are, what is open, and why the rest is not. The same for the learner and for staff. */
  @Get('journey')
  @RoleAccess('learning:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: JourneyView })
  async getJourney(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<JourneyView> {
    return presentJourney(await this.readJourney.run(actor, id), actor);
  }

  /** An activity, as long as its course is open to the learner. */
  @Get('activities/:activityId')
  @RoleAccess('learning:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: LearnerActivityView })
  @ApiResponse({ status: 409, description: 'The course is locked, or the place does not allow it; `facts` say why.' })
  async getLearnerActivity(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IdParam('activityId') activityId: string,
  ): Promise<LearnerActivityView> {
    return presentLearnerActivity(await this.readActivity.run(actor, id, activityId));
  }

  /** Remember where you left off. */
  @Put('position')
  @RoleAccess('learning:write', 'learner')
  @ApiOkResponse({ type: PositionView })
  async saveLearningPosition(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() body: SavePositionDto,
  ): Promise<PositionView> {
    return presentPosition(await this.savePosition.run(actor, id, body.activityId, body.place));
  }
}
