import type { Tx } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';

type Change =
  | 'webhook.registered'
  | 'webhook.changed'
  | 'webhook.removed'
  | 'webhook.paused'
  | 'webhook.resumed'
  | 'webhook.secret_replaced'
  | 'webhook.replayed';

/** Writes down what an administrator did with an endpoint. Its address may hold a secret, so it is not told. */
export async function recordChange(
  tx: Tx,
  { institutionId, personId }: Actor,
  type: Change,
  endpointId: string,
  now: Date,
  particulars: Record<string, unknown> = {},
): Promise<void> {
  const subject = { type: 'webhook', id: endpointId };
  await recordEvent(tx, { institutionId, type, actorId: personId, subject, particulars, occurredAt: now });
}
