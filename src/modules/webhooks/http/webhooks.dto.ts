import { ApiProperty } from '@nestjs/swagger';
import { Moment, OneOf, OneOfList, Text, WebAddress } from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/paging.js';
import { WEBHOOK_EVENT_TYPES, type WebhookEventType } from '../domain/event-types.js';

export const DELIVERY_STATES = ['waiting', 'delivered', 'dead'] as const;
export const ENDPOINT_STATES = ['active', 'failing', 'paused', 'gone', 'given_up'] as const;
const DEAD_REASONS = ['tries_used_up', 'gone', 'endpoint_disabled'] as const;

export class WebhookEndpointDto {
  @WebAddress({ description: 'https, on the public internet. Redirects are not followed.' })
  url: string;

  @Text({ max: 200, description: 'What it is for.' })
  description: string;

  @OneOfList(WEBHOOK_EVENT_TYPES, { minItems: 1, maxItems: WEBHOOK_EVENT_TYPES.length, description: 'What it hears of.' })
  eventTypes: WebhookEventType[];
}

export class ReplayFailedDto {
  @Moment({ description: 'What was given up then or later is sent again.' })
  since: string;
}

export class DeliveriesQueryDto extends PageQuery {
  @OneOf(DELIVERY_STATES, { optional: true })
  state?: (typeof DELIVERY_STATES)[number];
}

export class WebhookEventTypeView {
  @ApiProperty({ enum: WEBHOOK_EVENT_TYPES })
  type: WebhookEventType;

  @ApiProperty({ type: [String], description: 'What `data` may hold besides `institutionId` and the id of what it is about.' })
  fields: string[];
}

export class WebhookSecretView {
  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: '`null`: until it is replaced.' })
  expiresAt: string | null;
}

export class WebhookEndpointView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uri' })
  url: string;

  @ApiProperty()
  description: string;

  @ApiProperty({ enum: WEBHOOK_EVENT_TYPES, isArray: true })
  eventTypes: WebhookEventType[];

  @ApiProperty({
    enum: ENDPOINT_STATES,
    description: '`failing`: still told. `paused` by hand, `gone`: it answered 410, `given_up`: five days of failures.',
  })
  state: (typeof ENDPOINT_STATES)[number];

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  disabledAt: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'Since when nothing has arrived.' })
  failingSince: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'It asked to be left alone until then.' })
  notBefore: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  lastSuccessAt: string | null;

  @ApiProperty({ type: 'integer', description: 'Messages that are still to arrive.' })
  waiting: number;

  @ApiProperty({ type: 'integer', description: 'Messages that were given up.' })
  dead: number;

  @ApiProperty({ type: [WebhookSecretView], description: 'What signs now, the newest first; two while one is replaced.' })
  secrets: WebhookSecretView[];

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: 'integer', description: 'Names what is changed: If-Match: "v1".' })
  version: number;
}

export class WebhookEndpointsView {
  @ApiProperty({ type: [WebhookEndpointView] })
  items: WebhookEndpointView[];
}

export class WebhookEventTypesView {
  @ApiProperty({ type: [WebhookEventTypeView] })
  items: WebhookEventTypeView[];
}

export class NewSecretView {
  @ApiProperty({ description: 'Keep it safe: it is never shown again. `whsec_` and base64, as Standard Webhooks 1.0 has it.' })
  secret: string;
}

export class RegisteredEndpointView extends NewSecretView {
  @ApiProperty({ type: WebhookEndpointView })
  endpoint: WebhookEndpointView;
}

export class ReplayedView {
  @ApiProperty({ type: 'integer', description: 'How many are sent again; 1,000 at most: where there are more, ask again.' })
  replayed: number;
}

export class WebhookDeliveryView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  endpointId: string;

  @ApiProperty({ description: 'One of the event types, or `webhook.test`.' })
  type: string;

  @ApiProperty({ description: 'The header `webhook-id` of every attempt.' })
  webhookId: string;

  @ApiProperty({ enum: DELIVERY_STATES })
  state: (typeof DELIVERY_STATES)[number];

  @ApiProperty({ enum: DEAD_REASONS, nullable: true, description: 'Why it was given up.' })
  deadBecause: (typeof DEAD_REASONS)[number] | null;

  @ApiProperty({ type: 'integer' })
  attempts: number;

  @ApiProperty({ type: 'integer', nullable: true, description: 'The HTTP status of the last attempt.' })
  lastStatus: number | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'Why the last attempt had no answer, such as `timed_out`.' })
  lastFailure: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  nextAttemptAt: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'When it arrived, or was given up.' })
  settledAt: string | null;
}

export class WebhookAttemptView {
  @ApiProperty({ type: 'integer', description: 'From 1.' })
  number: number;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: 'integer', nullable: true })
  status: number | null;

  @ApiProperty({ type: 'string', nullable: true })
  failure: string | null;

  @ApiProperty({ type: 'integer', description: 'How long the endpoint took, in milliseconds.' })
  milliseconds: number;
}

export class WebhookDeliveryDetailView extends WebhookDeliveryView {
  @ApiProperty({ description: 'The text that was signed and sent.' })
  body: string;

  @ApiProperty({ type: [WebhookAttemptView], description: 'The newest first, 50 at most.' })
  made: WebhookAttemptView[];
}
