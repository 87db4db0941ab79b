import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { ExpectedVersion } from '../../../platform/http/versions.js';
import { WEBHOOK_EVENT_TYPES, WEBHOOK_EVENTS } from '../domain/event-types.js';
import { ChangeEndpoint } from '../use-cases/change-endpoint.js';
import { ReadWebhooks } from '../use-cases/read-webhooks.js';
import { RegisterEndpoint } from '../use-cases/register-endpoint.js';
import { presentEndpoint } from './present-webhooks.js';
import {
  NewSecretView,
  RegisteredEndpointView,
  WebhookEndpointDto,
  WebhookEndpointsView,
  WebhookEventTypesView,
} from './webhooks.dto.js';

@ApiTags('Webhooks')
@Controller('api/v1')
export class WebhookEndpointsController {
  constructor(
    private readonly webhooks: ReadWebhooks,
    private readonly registerEndpoint: RegisterEndpoint,
    private readonly changeEndpoint: ChangeEndpoint,
  ) {}

  /** What endpoints can hear of, and what a message of each type may hold. */
  @Get('webhook-event-types')
  @RoleAccess('institution:read', 'admin')
  @ApiOkResponse({ type: WebhookEventTypesView })
  listWebhookEventTypes(): WebhookEventTypesView {
    return { items: WEBHOOK_EVENT_TYPES.map((type) => ({ type, fields: [...WEBHOOK_EVENTS[type]] })) };
  }

  /** Where other systems are told what happens here, and how their messages fare. */
  @Get('webhook-endpoints')
  @RoleAccess('institution:read', 'admin')
  @ApiOkResponse({ type: WebhookEndpointsView })
  async listWebhookEndpoints(@CurrentActor() actor: Actor): Promise<WebhookEndpointsView> {
    return { items: (await this.webhooks.list(actor)).map(presentEndpoint) };
  }

  /** Tell an address what happens from now on. */
  @Post('webhook-endpoints')
  @RoleAccess('institution:write', 'admin')
  @ApiCreatedResponse({ type: RegisteredEndpointView })
  @ApiResponse({ status: 409, description: 'There are 20 already.' })
  @ApiResponse({ status: 422, description: 'The address is not https.' })
  async registerWebhookEndpoint(@CurrentActor() actor: Actor, @Body() body: WebhookEndpointDto): Promise<RegisteredEndpointView> {
    const { endpoint, secret } = await this.registerEndpoint.run(actor, body);
    return { endpoint: presentEndpoint(endpoint), secret };
  }

  /** Change its address, what it is for, or what it hears of. */
  @Put('webhook-endpoints/:id')
  @HttpCode(204)
  @RoleAccess('institution:write', 'admin')
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiNoContentResponse()
  @ApiResponse({ status: 412, description: 'Somebody else changed it meanwhile.' })
  @ApiResponse({ status: 422, description: 'The address is not https.' })
  async changeWebhookEndpoint(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @ExpectedVersion() version: number,
    @Body() body: WebhookEndpointDto,
  ): Promise<void> {
    await this.changeEndpoint.describe(actor, id, version, body);
  }

  /** Remove it, with the record of its messages. */
  @Delete('webhook-endpoints/:id')
  @HttpCode(204)
  @RoleAccess('institution:write', 'admin')
  @ApiNoContentResponse()
  async removeWebhookEndpoint(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    await this.changeEndpoint.remove(actor, id);
  }

  /** Tell it nothing for now. What happens meanwhile is not told later. */
  @Put('webhook-endpoints/:id/pause')
  @HttpCode(204)
  @RoleAccess('institution:write', 'admin')
  @ApiNoContentResponse()
  async pauseWebhookEndpoint(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    await this.changeEndpoint.pause(actor, id);
  }

  /** Tell it again, after a pause or after it was switched off. */
  @Delete('webhook-endpoints/:id/pause')
  @HttpCode(204)
  @RoleAccess('institution:write', 'admin')
  @ApiNoContentResponse()
  async resumeWebhookEndpoint(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    await this.changeEndpoint.resume(actor, id);
  }

  /** Replace its secret. For 24 hours messages carry two signatures, one of each. */
  @Post('webhook-endpoints/:id/secrets')
  @RoleAccess('institution:write', 'admin')
  @ApiCreatedResponse({ type: NewSecretView })
  async replaceWebhookSecret(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<NewSecretView> {
    return { secret: await this.changeEndpoint.replaceSecret(actor, id) };
  }
}
