import { Module } from '@nestjs/common';
import { WebhookDeliveriesRepository } from './data/deliveries.repository.js';
import { WebhookEndpointsRepository } from './data/endpoints.repository.js';
import { WebhookDeliveriesController } from './http/webhook-deliveries.controller.js';
import { WebhookEndpointsController } from './http/webhook-endpoints.controller.js';
import { DeliverWebhookHandler } from './jobs/deliver-webhook.handler.js';
import { TellWebhooksHandler } from './jobs/tell-webhooks.handler.js';
import { ChangeEndpoint } from './use-cases/change-endpoint.js';
import { DeliverWebhook } from './use-cases/deliver-webhook.js';
import { ForgetWebhookDeliveries } from './use-cases/forget-deliveries.js';
import { Lanes } from '../../platform/outbound/lanes.js';
import { ReadWebhooks } from './use-cases/read-webhooks.js';
import { RecordAttempt } from './use-cases/record-attempt.js';
import { RegisterEndpoint } from './use-cases/register-endpoint.js';
import { ReplayDeliveries } from './use-cases/replay-deliveries.js';
import { TellAdministrators } from './use-cases/tell-administrators.js';
import { TellWebhooks } from './use-cases/tell-webhooks.js';
import { WebhookHttp } from './use-cases/webhook-http.js';
import { WebhookSecrets } from './use-cases/webhook-secrets.js';

const shared = [WebhookEndpointsRepository, WebhookDeliveriesRepository, WebhookSecrets];

@Module({ providers: [...shared, ForgetWebhookDeliveries], exports: [...shared, ForgetWebhookDeliveries] })
export class WebhooksModule {}

@Module({
  imports: [WebhooksModule],
  providers: [ReadWebhooks, RegisterEndpoint, ChangeEndpoint, ReplayDeliveries],
  controllers: [WebhookEndpointsController, WebhookDeliveriesController],
})
export class WebhooksHttpModule {}

@Module({
  imports: [WebhooksModule],
  providers: [
    TellWebhooks,
    DeliverWebhook,
    RecordAttempt,
    TellAdministrators,
    WebhookHttp,
    Lanes,
    TellWebhooksHandler,
    DeliverWebhookHandler,
  ],
})
export class WebhooksJobsModule {}
