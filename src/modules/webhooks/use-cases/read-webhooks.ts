import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { readCursor } from '../../../platform/http/paging.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import {
  type DeliveryState,
  type WebhookAttempt,
  WebhookDeliveriesRepository,
  type WebhookDelivery,
} from '../data/deliveries.repository.js';
import { type EndpointSummary, WebhookEndpointsRepository } from '../data/endpoints.repository.js';

export interface DeliveriesQuery {
  state?: DeliveryState | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** Enough for several rounds of tries. */
const MOST_ATTEMPTS = 50;

/** The endpoints of an institution, and what was sent to them. */
@Injectable()
export class ReadWebhooks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly endpoints: WebhookEndpointsRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<EndpointSummary[]> {
    return this.work.run(actor, (tx) => this.endpoints.list(tx, this.clock.now()));
  }

  async deliveriesOf(actor: Actor, endpointId: string, { state, cursor, limit }: DeliveriesQuery): Promise<WebhookDelivery[]> {
    return this.work.run(actor, async (tx) => {
      if (!(await this.endpoints.find(tx, endpointId))) throw new Problem(notFound);
      return this.deliveries.list(tx, endpointId, { state, after: readCursor(cursor), limit });
    });
  }

  async delivery(actor: Actor, id: string): Promise<{ delivery: WebhookDelivery; attempts: WebhookAttempt[] }> {
    return this.work.run(actor, async (tx) => {
      const delivery = await this.deliveries.find(tx, id);
      if (!delivery) throw new Problem(notFound);
      return { delivery, attempts: await this.deliveries.attempts(tx, id, MOST_ATTEMPTS) };
    });
  }
}
