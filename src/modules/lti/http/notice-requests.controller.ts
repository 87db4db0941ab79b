import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { AskAgainForNotices } from '../use-cases/notices/ask-again-for-notices.js';

@ApiTags('LMS platforms')
@Controller('api/v1/lti/platforms')
export class LtiNoticeRequestsController {
  constructor(private readonly askAgain: AskAgainForNotices) {}

  /** Ask the platform again to tell of copied courses. What comes of it, the platform's deployment says soon. */
  @Post(':id/deployments/:deployment/notice-requests')
  @HttpCode(202)
  @RoleAccess('institution:write', 'admin')
  @ApiAcceptedResponse()
  @ApiResponse({ status: 409, description: 'The platform does not offer it, has our address already, or is switched off here.' })
  async requestLtiNotices(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IdParam('deployment') deployment: string,
  ): Promise<void> {
    await this.askAgain.run(actor, id, deployment);
  }
}
