import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { Idempotent, IfMatch } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { ExpectedVersion } from '../../../platform/http/versions.js';
import { ChangePlatform } from '../use-cases/registering/change-platform.js';
import { DecideDeployments } from '../use-cases/registering/decide-deployments.js';
import { ReadPlatforms } from '../use-cases/registering/read-platforms.js';
import { RegisterPlatform } from '../use-cases/registering/register-platform.js';
import {
  LtiCreatedView,
  LtiDeploymentDecisionDto,
  LtiDeploymentDto,
  LtiPlatformDto,
  LtiPlatformsView,
  LtiPlatformView,
  NewLtiPlatformDto,
} from './platforms.dto.js';
import { presentPlatform, presentPlatformSummary } from './present-platforms.js';

@ApiTags('LMS platforms')
@Controller('api/v1/lti/platforms')
export class LtiPlatformsController {
  constructor(
    private readonly platforms: ReadPlatforms,
    private readonly register: RegisterPlatform,
    private readonly change: ChangePlatform,
    private readonly deployments: DecideDeployments,
  ) {}

  /** Learning-management systems that show Cairn to their people, the oldest first. */
  @Get()
  @RoleAccess('institution:read', 'admin')
  @ApiOkResponse({ type: LtiPlatformsView })
  async listLtiPlatforms(@CurrentActor() actor: Actor): Promise<LtiPlatformsView> {
    return { items: (await this.platforms.list(actor)).map(presentPlatformSummary) };
  }

  /** Register one by hand; most register themselves by a registration link. */
  @Post()
  @RoleAccess('institution:write', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: LtiCreatedView })
  @ApiResponse({ status: 409, description: 'Issuer and client id are registered already.' })
  async registerLtiPlatform(@CurrentActor() actor: Actor, @Body() body: NewLtiPlatformDto): Promise<LtiCreatedView> {
    return { id: await this.register.run(actor, body) };
  }

  /** One platform, with its deployments and what does not get on. */
  @Get(':id')
  @RoleAccess('institution:read', 'admin')
  @ApiOkResponse({ type: LtiPlatformView })
  async getLtiPlatform(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<LtiPlatformView> {
    return presentPlatform(await this.platforms.one(actor, id));
  }

  /** Change its name, addresses, frame origins or settings. Issuer and client id stay. */
  @Put(':id')
  @HttpCode(204)
  @RoleAccess('institution:write', 'admin')
  @IfMatch()
  @ApiNoContentResponse()
  @ApiResponse({ status: 422, description: 'An address is not https.' })
  async changeLtiPlatform(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @ExpectedVersion() version: number,
    @Body() body: LtiPlatformDto,
  ): Promise<void> {
    await this.change.describe(actor, id, version, body);
  }

  /** Let people come by it, after it was disabled. */
  @Put(':id/activation')
  @HttpCode(204)
  @RoleAccess('institution:write', 'admin')
  @ApiNoContentResponse()
  async activateLtiPlatform(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    await this.change.activate(actor, id);
  }

  /** Disable it: nobody comes by it, who did is signed out, nothing is sent to it. What people did stays. */
  @Delete(':id/activation')
  @HttpCode(204)
  @RoleAccess('institution:write', 'admin')
  @ApiNoContentResponse()
  async disableLtiPlatform(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    await this.change.disable(actor, id);
  }

  /** Approve a deployment before its first launch, by the id that the platform shows. */
  @Post(':id/deployments')
  @RoleAccess('institution:write', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: LtiCreatedView })
  @ApiResponse({ status: 409, description: 'It is in the list already.' })
  async addLtiDeployment(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() { deploymentId }: LtiDeploymentDto,
  ): Promise<LtiCreatedView> {
    return { id: await this.deployments.add(actor, id, deploymentId.trim()) };
  }

  /** Approve or refuse a deployment; refusing signs out who came by it. */
  @Put(':id/deployments/:deployment/decision')
  @HttpCode(204)
  @RoleAccess('institution:write', 'admin')
  @ApiNoContentResponse()
  async decideLtiDeployment(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IdParam('deployment') deployment: string,
    @Body() { decision }: LtiDeploymentDecisionDto,
  ): Promise<void> {
    await this.deployments.decide(actor, id, deployment, decision);
  }
}
