import type { Tx } from '../../../platform/database/unit-of-work.js';
import { enqueueAll } from '../../../platform/queue/enqueue.js';
import type { WebhookDelivery } from '../data/deliveries.repository.js';
import { deliverWebhook } from '../jobs/deliver-webhook.js';

/** Puts the next attempt of each into the outbox, in the transaction that decides on it. */
export async function planAttempts(tx: Tx, deliveries: readonly WebhookDelivery[], now: Date, deferred = 0): Promise<void> {
  await enqueueAll(
    tx,
    deliverWebhook,
    deliveries.flatMap(({ id: deliveryId, institutionId, round, attempts, nextAttemptAt }) => {
      if (nextAttemptAt === null) return [];
      const payload = { deliveryId, round, number: attempts + 1, deferred };
      const dedupeKey = `${deliveryId}:${round}:${payload.number}:${deferred}`;
      return [{ payload, institutionId, dedupeKey, now, availableAt: nextAttemptAt }];
    }),
  );
}

/** The same message from the start, with all its tries; whatever was planned of it is void. */
export function begunAnew(delivery: WebhookDelivery, now: Date): WebhookDelivery {
  const { round } = delivery;
  return { ...delivery, round: round + 1, tries: 0, nextAttemptAt: now, deliveredAt: null, deadAt: null, deadBecause: null };
}
