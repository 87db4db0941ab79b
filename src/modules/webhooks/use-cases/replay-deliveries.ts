import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { newId } from '../../../platform/ids.js';
import { WebhookDeliveriesRepository, type WebhookDelivery } from '../data/deliveries.repository.js';
import { type WebhookEndpoint, WebhookEndpointsRepository } from '../data/endpoints.repository.js';
import { TEST_TYPE } from '../domain/event-types.js';
import { testMessage } from '../domain/message.js';
import { endpointDisabled } from '../problems.js';
import { begunAnew, planAttempts } from './plan-attempt.js';
import { recordChange } from './record-change.js';
import { newDelivery } from './tell-webhooks.js';

const MOST_AT_ONCE = 1_000;

/** Messages that somebody asks for: one again, all that were given up, or one to try the endpoint. */
@Injectable()
export class ReplayDeliveries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly endpoints: WebhookEndpointsRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The same message with the same `webhook-id`, at once and with all its tries. */
  async one(actor: Actor, id: string): Promise<WebhookDelivery> {
    return this.work.run(actor, async (tx) => {
      const found = await this.deliveries.find(tx, id);
      if (!found) throw new Problem(notFound);
      await this.usable(tx, found.endpointId);
      const delivery = await this.deliveries.findLocked(tx, id);
      if (!delivery) throw new Problem(notFound);
      const [again] = await this.begin(tx, actor, [delivery]);
      return again ?? delivery;
    });
  }

  /** Those that were given up since then, the oldest first; answers how many: where there are more, ask again. */
  async failedSince(actor: Actor, endpointId: string, since: Date): Promise<number> {
    return this.work.run(actor, async (tx) => {
      await this.usable(tx, endpointId);
      const dead = await this.deliveries.deadSince(tx, endpointId, since, MOST_AT_ONCE);
      await this.begin(tx, actor, dead);
      return dead.length;
    });
  }

  /** A message of the type `webhook.test`, sent and tried again like every other. */
  async test(actor: Actor, endpointId: string): Promise<WebhookDelivery> {
    const now = this.clock.now();
    return this.work.run(actor, async (tx) => {
      const { institutionId } = await this.usable(tx, endpointId);
      const eventId = newId(now.getTime());
      const message = testMessage(eventId, institutionId, endpointId, now);
      const delivery = newDelivery({ institutionId, endpointId, eventId, type: TEST_TYPE, message, now });
      await planAttempts(tx, await this.deliveries.addMissing(tx, [delivery]), now);
      return delivery;
    });
  }

  private async begin(tx: Tx, actor: Actor, deliveries: readonly WebhookDelivery[]): Promise<WebhookDelivery[]> {
    const [first] = deliveries;
    if (!first) return [];
    const now = this.clock.now();
    const anew = deliveries.map((delivery) => begunAnew(delivery, now));
    for (const delivery of anew) await this.deliveries.save(tx, delivery);
    await planAttempts(tx, anew, now);
    await recordChange(tx, actor, 'webhook.replayed', first.endpointId, now, { messages: anew.length });
    return anew;
  }

  private async usable(tx: Tx, endpointId: string): Promise<WebhookEndpoint> {
    const endpoint = await this.endpoints.findLocked(tx, endpointId);
    if (!endpoint) throw new Problem(notFound);
    if (endpoint.disabledAt !== null) throw new Problem(endpointDisabled, { detail: 'Resume it first.' });
    return endpoint;
  }
}
