import type { WebhookAttempt, WebhookDelivery } from '../data/deliveries.repository.js';
import type { EndpointSummary, WebhookEndpoint } from '../data/endpoints.repository.js';
import type { WebhookEventType } from '../domain/event-types.js';
import type { WebhookDeliveryDetailView, WebhookDeliveryView, WebhookEndpointView } from './webhooks.dto.js';

export function presentEndpoint(endpoint: EndpointSummary): WebhookEndpointView {
  const { id, url, description, eventTypes, waiting, dead, secrets, version, createdAt } = endpoint;
  return {
    id,
    url,
    description,
    eventTypes: eventTypes as WebhookEventType[],
    state: stateOf(endpoint),
    disabledAt: written(endpoint.disabledAt),
    failingSince: written(endpoint.failingSince),
    notBefore: written(endpoint.notBefore),
    lastSuccessAt: written(endpoint.lastSuccessAt),
    waiting,
    dead,
    secrets: secrets.map(({ createdAt: since, expiresAt }) => ({
      createdAt: new Date(since).toISOString(),
      expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
    })),
    createdAt: createdAt.toISOString(),
    version,
  };
}

function stateOf({ disabledBecause, failingSince }: WebhookEndpoint): WebhookEndpointView['state'] {
  if (disabledBecause === 'by_hand') return 'paused';
  if (disabledBecause === 'gone') return 'gone';
  if (disabledBecause === 'failing') return 'given_up';
  return failingSince === null ? 'active' : 'failing';
}

export function presentDelivery(delivery: WebhookDelivery): WebhookDeliveryView {
  const { id, endpointId, type, webhookId, deadBecause, attempts, lastStatus, lastFailure } = delivery;
  const { createdAt, nextAttemptAt, deliveredAt, deadAt } = delivery;
  return {
    id,
    endpointId,
    type,
    webhookId,
    state: deliveredAt ? 'delivered' : deadAt ? 'dead' : 'waiting',
    deadBecause,
    attempts,
    lastStatus,
    lastFailure,
    createdAt: createdAt.toISOString(),
    nextAttemptAt: written(nextAttemptAt),
    settledAt: written(deliveredAt ?? deadAt),
  };
}

export function presentDeliveryDetail({
  delivery,
  attempts,
}: {
  delivery: WebhookDelivery;
  attempts: readonly WebhookAttempt[];
}): WebhookDeliveryDetailView {
  const made = attempts.map(({ number, at, status, failure, milliseconds }) => ({
    number,
    at: at.toISOString(),
    status,
    failure,
    milliseconds,
  }));
  return { ...presentDelivery(delivery), body: delivery.body, made };
}

function written(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
