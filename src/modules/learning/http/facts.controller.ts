import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { TellFacts } from '../use-cases/tell-facts.js';
import { FactOutcomesView, TellFactsDto } from './facts.dto.js';
import { presentFactOutcome } from './present-facts.js';
import { readFacts } from './read-facts.js';

@ApiTags('Learning')
@Controller('api/v1/enrollments/:id/facts')
export class FactsController {
  constructor(private readonly tellFacts: TellFacts) {}

  /** Tell what you did: in any order, late, and again where you are not sure that it arrived. Answered when it is kept. */
  @Post()
  @RoleAccess('learning:write', 'learner')
  @HttpCode(200)
  @ApiBody({ type: TellFactsDto })
  @ApiOkResponse({ type: FactOutcomesView })
  @ApiResponse({ status: 503, description: 'Too much is being written; come back after Retry-After.' })
  async recordFacts(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: unknown): Promise<FactOutcomesView> {
    return { facts: (await this.tellFacts.run(actor, id, readFacts(body))).map(presentFactOutcome) };
  }
}
