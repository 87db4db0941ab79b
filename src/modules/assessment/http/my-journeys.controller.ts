import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { ReadMyJourneys } from '../use-cases/read-my-journeys.js';
import { MyJourneysView } from './my-journeys.dto.js';
import { presentMyJourney } from './present-my-journey.js';

@ApiTags('Learning')
@Controller('api/v1/me/journeys')
export class MyJourneysController {
  constructor(private readonly journeys: ReadMyJourneys) {}

  /** All that you learn here: how far you are, what is next, what is due, and what became of your projects. */
  @Get()
  @RoleAccess('learning:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: MyJourneysView })
  async listMyJourneys(@CurrentActor() actor: Actor): Promise<MyJourneysView> {
    return { items: (await this.journeys.run(actor)).map(presentMyJourney) };
  }
}
