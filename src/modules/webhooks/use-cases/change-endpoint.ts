import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { Environment } from '../../../platform/config/environment.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { refuseStale } from '../../../platform/http/versions.js';
import { type WebhookEndpoint, WebhookEndpointsRepository } from '../data/endpoints.repository.js';
import { recordChange } from './record-change.js';
import { type EndpointWish, usableWish } from './usable-wish.js';
import { WebhookSecrets } from './webhook-secrets.js';

/** How long the secret that is replaced goes on signing beside the new one. */
const BOTH_FOR_MS = 24 * 60 * 60 * 1_000;

/** What an administrator changes about an endpoint. Throws `request.not_found`. */
@Injectable()
export class ChangeEndpoint {
  constructor(
    private readonly work: UnitOfWork,
    private readonly endpoints: WebhookEndpointsRepository,
    private readonly secrets: WebhookSecrets,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Messages that wait go to the new address. */
  async describe(actor: Actor, id: string, expectedVersion: number, wish: EndpointWish): Promise<void> {
    const usable = usableWish(wish, this.environment);
    await this.change(actor, id, async (tx, endpoint) => {
      refuseStale(endpoint.version, expectedVersion);
      // What is known of one address says nothing of another.
      const known = usable.url === endpoint.url ? {} : { failingSince: null, notBefore: null, lastMilliseconds: null };
      await this.endpoints.save(tx, { ...endpoint, ...usable, ...known, version: endpoint.version + 1 });
      await recordChange(tx, actor, 'webhook.changed', id, this.clock.now(), { eventTypes: usable.eventTypes });
    });
  }

  /** Nothing is sent, and what happens meanwhile is not told later. */
  async pause(actor: Actor, id: string): Promise<void> {
    await this.change(actor, id, async (tx, endpoint) => {
      if (endpoint.disabledAt !== null) return;
      const now = this.clock.now();
      await this.endpoints.save(tx, {
        ...endpoint,
        disabledAt: now,
        disabledBecause: 'by_hand',
        version: endpoint.version + 1,
      });
      await recordChange(tx, actor, 'webhook.paused', id, now);
    });
  }

  /** Begins with a clean slate, whatever had ended it. */
  async resume(actor: Actor, id: string): Promise<void> {
    await this.change(actor, id, async (tx, endpoint) => {
      if (endpoint.disabledAt === null) return;
      const version = endpoint.version + 1;
      const fresh = { disabledAt: null, disabledBecause: null, failingSince: null, notBefore: null };
      await this.endpoints.save(tx, { ...endpoint, ...fresh, version });
      await recordChange(tx, actor, 'webhook.resumed', id, this.clock.now());
    });
  }

  /** A day with two signatures, one of each secret. The new one is answered here and never again. */
  async replaceSecret(actor: Actor, id: string): Promise<string> {
    return this.change(actor, id, async (tx) => {
      const now = this.clock.now();
      await this.endpoints.endSecrets(tx, id, now, new Date(now.getTime() + BOTH_FOR_MS));
      await recordChange(tx, actor, 'webhook.secret_replaced', id, now);
      return this.secrets.add(tx, id, now);
    });
  }

  /** With all its messages. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.change(actor, id, async (tx) => {
      await this.endpoints.remove(tx, id);
      await recordChange(tx, actor, 'webhook.removed', id, this.clock.now());
    });
  }

  private async change<Result>(actor: Actor, id: string, act: (tx: Tx, endpoint: WebhookEndpoint) => Promise<Result>) {
    return this.work.run(actor, async (tx) => {
      const endpoint = await this.endpoints.findLocked(tx, id);
      if (!endpoint) throw new Problem(notFound);
      return act(tx, endpoint);
    });
  }
}
