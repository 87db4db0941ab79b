export { ForgetWebhookDeliveries } from './use-cases/forget-deliveries.js';
export { WebhooksHttpModule, WebhooksJobsModule, WebhooksModule } from './webhooks.module.js';
