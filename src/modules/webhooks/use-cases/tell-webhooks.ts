import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { InstitutionScope } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { WebhookDeliveriesRepository, type WebhookDelivery } from '../data/deliveries.repository.js';
import { WebhookEndpointsRepository } from '../data/endpoints.repository.js';
import { isWebhookEventType } from '../domain/event-types.js';
import { type Message, messageOf } from '../domain/message.js';
import type { EventToTell } from '../jobs/tell-webhooks.js';
import { planAttempts } from './plan-attempt.js';

/** Makes deliveries of events: one for each endpoint that wanted to hear of it when it happened, and its first attempt. */
@Injectable()
export class TellWebhooks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly endpoints: WebhookEndpointsRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(scope: InstitutionScope, events: readonly EventToTell[]): Promise<void> {
    const now = this.clock.now();
    await this.work.run(scope, async (tx) => {
      const endpoints = await this.endpoints.findMany(tx, [...new Set(events.flatMap(({ endpointIds }) => endpointIds))]);
      const toldTo = new Map(events.map(({ eventId, endpointIds }) => [eventId, new Set(endpointIds)]));
      const planned = (await this.deliveries.events(tx, [...toldTo.keys()])).flatMap(({ type, ...event }) => {
        if (!isWebhookEventType(type)) return [];
        const message = messageOf({ ...event, type });
        return endpoints
          .filter(({ id }) => toldTo.get(event.id)?.has(id))
          .map(({ id: endpointId }) => newDelivery({ ...scope, endpointId, eventId: event.id, type, message, now }));
      });
      await planAttempts(tx, await this.deliveries.addMissing(tx, planned), now);
    });
  }
}

interface Planned {
  institutionId: string;
  endpointId: string;
  eventId: string;
  type: string;
  message: Message;
  now: Date;
}

export function newDelivery({ message, now, ...planned }: Planned): WebhookDelivery {
  return {
    id: newId(now.getTime()),
    ...planned,
    ...message,
    createdAt: now,
    attempts: 0,
    tries: 0,
    round: 0,
    nextAttemptAt: now,
    lastStatus: null,
    lastFailure: null,
    deliveredAt: null,
    deadAt: null,
    deadBecause: null,
  };
}
