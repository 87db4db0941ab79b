import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { Environment } from '../../../platform/config/environment.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { newId } from '../../../platform/ids.js';
import { type EndpointSummary, type WebhookEndpoint, WebhookEndpointsRepository } from '../data/endpoints.repository.js';
import { tooManyEndpoints } from '../problems.js';
import { recordChange } from './record-change.js';
import { type EndpointWish, usableWish } from './usable-wish.js';
import { WebhookSecrets } from './webhook-secrets.js';

const MOST_ENDPOINTS = 20;

/** Adds an address that hears of what happens from now on. */
@Injectable()
export class RegisterEndpoint {
  constructor(
    private readonly work: UnitOfWork,
    private readonly endpoints: WebhookEndpointsRepository,
    private readonly secrets: WebhookSecrets,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The secret is answered here and never again. */
  async run(actor: Actor, wish: EndpointWish): Promise<{ endpoint: EndpointSummary; secret: string }> {
    const usable = usableWish(wish, this.environment);
    const now = this.clock.now();
    return this.work.run(actor, async (tx) => {
      await this.endpoints.lockAll(tx);
      if ((await this.endpoints.count(tx)) >= MOST_ENDPOINTS) {
        throw new Problem(tooManyEndpoints, {
          detail: `An institution has ${MOST_ENDPOINTS} at most. Remove one that is not used.`,
          facts: { most: MOST_ENDPOINTS },
        });
      }
      const endpoint: WebhookEndpoint = {
        id: newId(now.getTime()),
        institutionId: actor.institutionId,
        ...usable,
        version: 1,
        createdAt: now,
        disabledAt: null,
        disabledBecause: null,
        failingSince: null,
        notBefore: null,
        lastSuccessAt: null,
        lastMilliseconds: null,
      };
      await this.endpoints.save(tx, endpoint);
      const secret = await this.secrets.add(tx, endpoint.id, now);
      await recordChange(tx, actor, 'webhook.registered', endpoint.id, now, { eventTypes: endpoint.eventTypes });
      const summary = { ...endpoint, waiting: 0, dead: 0, secrets: [{ createdAt: now.toISOString(), expiresAt: null }] };
      return { endpoint: summary, secret };
    });
  }
}
