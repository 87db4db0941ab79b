import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { WebhookDeliveriesRepository, type WebhookDelivery } from '../data/deliveries.repository.js';
import { type WebhookEndpoint, WebhookEndpointsRepository } from '../data/endpoints.repository.js';
import { type Answer, disabledBecause, judge, nextTry, restUntil, type Verdict } from '../domain/attempts.js';
import { planAttempts } from './plan-attempt.js';
import { TellAdministrators } from './tell-administrators.js';

export interface MadeAttempt {
  deliveryId: string;
  number: number;
  at: Date;
  milliseconds: number;
  answer: Answer;
}

/** Writes down what came of an attempt, once, and what follows: the next one, the end of the message, the end of the endpoint. */
@Injectable()
export class RecordAttempt {
  constructor(
    private readonly endpoints: WebhookEndpointsRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly administrators: TellAdministrators,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async in(tx: Tx, { deliveryId, number, at, milliseconds, answer }: MadeAttempt): Promise<void> {
    const found = await this.deliveries.find(tx, deliveryId);
    // Removed meanwhile, with its endpoint. The endpoint is locked first, as those do who change it.
    const endpoint = found && (await this.endpoints.findLocked(tx, found.endpointId));
    const delivery = endpoint && (await this.deliveries.findLocked(tx, deliveryId));
    if (!delivery || delivery.attempts + 1 !== number) return;
    const now = this.clock.now();
    const verdict = judge(answer);
    const [status, failure] = 'failure' in answer ? [null, answer.failure] : [answer.status, null];
    const bodySha256 = createHash('sha256').update(delivery.body).digest('hex');
    const { webhookId } = delivery;
    await this.deliveries.addAttempt(tx, { deliveryId, number, at, webhookId, bodySha256, status, failure, milliseconds });
    const after = endpointAfter(endpoint, verdict, answer, milliseconds, now);
    await this.endpoints.save(tx, after);
    const counted = { ...delivery, attempts: number, tries: delivery.tries + 1, lastStatus: status, lastFailure: failure };
    const settled = deliveryAfter(counted, verdict, after, now);
    await this.deliveries.save(tx, settled);
    await planAttempts(tx, [settled], now);
    if (after.disabledAt !== null && endpoint.disabledAt === null) await this.disabled(tx, after, now);
  }

  private async disabled(tx: Tx, endpoint: WebhookEndpoint, now: Date): Promise<void> {
    await recordEvent(tx, {
      institutionId: endpoint.institutionId,
      type: 'webhook.disabled',
      actorId: null,
      subject: { type: 'webhook', id: endpoint.id },
      particulars: { because: endpoint.disabledBecause },
      occurredAt: now,
    });
    await this.administrators.in(tx, endpoint, now);
  }
}

function endpointAfter(
  endpoint: WebhookEndpoint,
  verdict: Verdict,
  answer: Answer,
  lastMilliseconds: number,
  now: Date,
): WebhookEndpoint {
  if (verdict === 'delivered') return { ...endpoint, failingSince: null, notBefore: null, lastSuccessAt: now, lastMilliseconds };
  const failed = {
    ...endpoint,
    lastMilliseconds,
    failingSince: endpoint.failingSince ?? now,
    notBefore: restUntil(answer, now) ?? endpoint.notBefore,
  };
  const because = disabledBecause(verdict, failed.failingSince, now);
  if (because === null || endpoint.disabledAt !== null) return failed;
  return { ...failed, disabledAt: now, disabledBecause: because, version: endpoint.version + 1 };
}

function deliveryAfter(counted: WebhookDelivery, verdict: Verdict, endpoint: WebhookEndpoint, now: Date): WebhookDelivery {
  if (verdict === 'delivered') return { ...counted, nextAttemptAt: null, deliveredAt: now, deadAt: null, deadBecause: null };
  const dead = { ...counted, nextAttemptAt: null, deadAt: now };
  if (verdict === 'gone') return { ...dead, deadBecause: 'gone' };
  if (endpoint.disabledAt !== null) return { ...dead, deadBecause: 'endpoint_disabled' };
  const next = nextTry(counted.tries, now, endpoint.notBefore, Math.random());
  return next === null ? { ...dead, deadBecause: 'tries_used_up' } : { ...counted, nextAttemptAt: next };
}
