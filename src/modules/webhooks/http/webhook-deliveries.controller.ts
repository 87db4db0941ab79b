import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { type Page, page, PageOf } from '../../../platform/http/paging.js';
import { ReadWebhooks } from '../use-cases/read-webhooks.js';
import { ReplayDeliveries } from '../use-cases/replay-deliveries.js';
import { presentDelivery, presentDeliveryDetail } from './present-webhooks.js';
import {
  DeliveriesQueryDto,
  ReplayedView,
  ReplayFailedDto,
  WebhookDeliveryDetailView,
  WebhookDeliveryView,
} from './webhooks.dto.js';

const DISABLED = { status: 409, description: 'The endpoint is told nothing just now: resume it first.' };

@ApiTags('Webhooks')
@Controller('api/v1')
export class WebhookDeliveriesController {
  constructor(
    private readonly webhooks: ReadWebhooks,
    private readonly replays: ReplayDeliveries,
  ) {}

  /** The messages to an endpoint of the last 30 days, the newest first. */
  @Get('webhook-endpoints/:id/deliveries')
  @RoleAccess('institution:read', 'admin')
  @ApiOkResponse({ type: PageOf(WebhookDeliveryView) })
  async listWebhookDeliveries(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() query: DeliveriesQueryDto,
  ): Promise<Page<WebhookDeliveryView>> {
    const rows = await this.webhooks.deliveriesOf(actor, id, query);
    return page(rows, query.limit, ({ createdAt: at, id: last }) => ({ at, id: last }), presentDelivery);
  }

  /** One message: what was sent, and what came of each attempt. */
  @Get('webhook-deliveries/:id')
  @RoleAccess('institution:read', 'admin')
  @ApiOkResponse({ type: WebhookDeliveryDetailView })
  async getWebhookDelivery(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<WebhookDeliveryDetailView> {
    return presentDeliveryDetail(await this.webhooks.delivery(actor, id));
  }

  /** Send a message of the type `webhook.test`. */
  @Post('webhook-endpoints/:id/test-messages')
  @RoleAccess('institution:write', 'admin')
  @ApiCreatedResponse({ type: WebhookDeliveryView })
  @ApiResponse(DISABLED)
  async testWebhookEndpoint(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<WebhookDeliveryView> {
    return presentDelivery(await this.replays.test(actor, id));
  }

  /** Send one message again: the same text, the same `webhook-id`, and all its tries. */
  @Post('webhook-deliveries/:id/replays')
  @RoleAccess('institution:write', 'admin')
  @ApiCreatedResponse({ type: WebhookDeliveryView })
  @ApiResponse(DISABLED)
  async replayWebhookDelivery(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<WebhookDeliveryView> {
    return presentDelivery(await this.replays.one(actor, id));
  }

  /** Send all messages again that were given up since a time. */
  @Post('webhook-endpoints/:id/replays')
  @RoleAccess('institution:write', 'admin')
  @ApiCreatedResponse({ type: ReplayedView })
  @ApiResponse(DISABLED)
  async replayFailedWebhooks(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() { since }: ReplayFailedDto,
  ): Promise<ReplayedView> {
    return { replayed: await this.replays.failedSince(actor, id, new Date(since)) };
  }
}
