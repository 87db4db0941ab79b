import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { InstitutionScope } from '../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { WebhookDeliveriesRepository, type WebhookDelivery } from '../data/deliveries.repository.js';
import { type WebhookEndpoint, WebhookEndpointsRepository } from '../data/endpoints.repository.js';
import { lanesOf, laneWait } from '../domain/attempts.js';
import { signedHeaders } from '../domain/signature.js';
import type { PlannedAttempt } from '../jobs/deliver-webhook.js';
import { Lanes } from '../../../platform/outbound/lanes.js';
import { planAttempts } from './plan-attempt.js';
import { RecordAttempt } from './record-attempt.js';
import { WebhookHttp } from './webhook-http.js';
import { WebhookSecrets } from './webhook-secrets.js';

interface Ready {
  delivery: WebhookDelivery;
  endpoint: WebhookEndpoint;
  secrets: Buffer[];
  isResting: boolean;
}

const MOST_COUNTED = 10_000;
/** What an endpoint takes, while nothing is known of it. */
const USUAL_MS = 1_000;

/**
 * Makes one attempt. At least once: a process that is killed after sending and before writing it down sends again, with the same
 * `webhook-id`. No transaction is open while the other side is waited for.
 */
@Injectable()
export class DeliverWebhook {
  constructor(
    private readonly work: UnitOfWork,
    private readonly endpoints: WebhookEndpointsRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly secrets: WebhookSecrets,
    private readonly http: WebhookHttp,
    private readonly lanes: Lanes,
    private readonly record: RecordAttempt,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(scope: InstitutionScope, attempt: PlannedAttempt, signal: AbortSignal): Promise<void> {
    const ready = await this.work.run(scope, (tx) => this.prepare(tx, attempt));
    if (!ready) return;
    const { endpoint, isResting } = ready;
    if (isResting || !this.lanes.enter(endpoint.id, lanesOf(endpoint))) {
      return this.work.run(scope, (tx) => this.defer(tx, ready, attempt));
    }
    try {
      await this.send(scope, ready, signal);
    } finally {
      this.lanes.leave(endpoint.id);
    }
  }

  /** `null`: it was made already, or is void. */
  private async prepare(tx: Tx, { deliveryId, round, number }: PlannedAttempt): Promise<Ready | null> {
    const now = this.clock.now();
    const delivery = await this.deliveries.find(tx, deliveryId);
    if (!delivery?.nextAttemptAt || delivery.round !== round || delivery.attempts + 1 !== number) return null;
    const endpoint = await this.endpoints.find(tx, delivery.endpointId);
    if (!endpoint) return null;
    if (endpoint.disabledAt !== null) {
      await this.deliveries.save(tx, { ...delivery, nextAttemptAt: null, deadAt: now, deadBecause: 'endpoint_disabled' });
      return null;
    }
    const secrets = await this.secrets.inForce(tx, endpoint.id, now);
    return { delivery, endpoint, secrets, isResting: endpoint.notBefore !== null && endpoint.notBefore > now };
  }

  /** Later, without counting as a try: the endpoint rests, or has all the messages that it may have at a time. */
  private async defer(tx: Tx, { endpoint, isResting }: Ready, { deliveryId, round, number, deferred }: PlannedAttempt) {
    const delivery = await this.deliveries.findLocked(tx, deliveryId);
    if (!delivery?.nextAttemptAt || delivery.round !== round || delivery.attempts + 1 !== number) return;
    const now = this.clock.now();
    const waiting = await this.deliveries.countWaiting(tx, endpoint.id, MOST_COUNTED);
    const wait = laneWait(waiting, endpoint.lastMilliseconds ?? USUAL_MS, lanesOf(endpoint), Math.random());
    const from = isResting && endpoint.notBefore ? endpoint.notBefore : now;
    const put = { ...delivery, nextAttemptAt: new Date(from.getTime() + wait) };
    await this.deliveries.save(tx, put);
    await planAttempts(tx, [put], now, deferred + 1);
  }

  private async send(scope: InstitutionScope, { delivery, endpoint, secrets }: Ready, signal: AbortSignal): Promise<void> {
    const { webhookId, body, id, attempts } = delivery;
    const at = this.clock.now();
    const began = performance.now();
    const answer = await this.http.send(endpoint.url, signedHeaders({ webhookId, at, body }, secrets), body, signal);
    // Not the endpoint's failure: whoever takes the work up next makes this attempt.
    if ('failure' in answer && signal.aborted) throw new Error('Interrupted, because this process is being stopped');
    const milliseconds = Math.round(performance.now() - began);
    await this.work.run(scope, (tx) => this.record.in(tx, { deliveryId: id, number: attempts + 1, at, milliseconds, answer }));
  }
}
