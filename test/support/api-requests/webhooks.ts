import type { Things } from '../api-things.js';
import { awaitFact } from '../badges.js';
import { type ApiRequests, as, ifMatch } from './request.js';

const ENDPOINTS = '/api/v1/webhook-endpoints';
// A name that leads nowhere (RFC 2606 §2).
const WISH = { url: 'https://registry.invalid/cairn', description: 'Registry', eventTypes: ['credential.issued'] };

async function endpoint({ world, cast }: Things): Promise<string> {
  // An institution has twenty at most, and those of earlier requests are of no use any more.
  await world.rows('delete from webhook_endpoint');
  return (await cast.admin.post<{ endpoint: { id: string } }>(ENDPOINTS, WISH)).endpoint.id;
}

/** A message by which an endpoint is tried, with its first attempt made. */
async function message(things: Things): Promise<string> {
  const { id } = await things.cast.admin.post<{ id: string }>(`${ENDPOINTS}/${await endpoint(things)}/test-messages`, {});
  await awaitFact(async () => (await things.world.rows('select from webhook_attempt where delivery_id = $1', [id])).length > 0);
  return id;
}

export const webhookRequests: ApiRequests = {
  listWebhookEventTypes: async (things) => ({ path: '/api/v1/webhook-event-types', by: await as(things, 'admin') }),
  listWebhookEndpoints: async (things) => {
    await endpoint(things);
    return { path: ENDPOINTS, by: await as(things, 'admin') };
  },
  registerWebhookEndpoint: async (things) => ({ path: ENDPOINTS, body: WISH, by: await as(things, 'admin') }),
  changeWebhookEndpoint: async (things) => ({
    path: `${ENDPOINTS}/${await endpoint(things)}`,
    headers: ifMatch(1),
    body: { ...WISH, description: 'The registry' },
    by: await as(things, 'admin'),
  }),
  removeWebhookEndpoint: async (things) => ({ path: `${ENDPOINTS}/${await endpoint(things)}`, by: await as(things, 'admin') }),
  pauseWebhookEndpoint: async (things) => ({
    path: `${ENDPOINTS}/${await endpoint(things)}/pause`,
    by: await as(things, 'admin'),
  }),
  resumeWebhookEndpoint: async (things) => ({
    path: `${ENDPOINTS}/${await endpoint(things)}/pause`,
    by: await as(things, 'admin'),
  }),
  replaceWebhookSecret: async (things) => ({
    path: `${ENDPOINTS}/${await endpoint(things)}/secrets`,
    by: await as(things, 'admin'),
  }),
  testWebhookEndpoint: async (things) => ({
    path: `${ENDPOINTS}/${await endpoint(things)}/test-messages`,
    by: await as(things, 'admin'),
  }),
  replayFailedWebhooks: async (things) => ({
    path: `${ENDPOINTS}/${await endpoint(things)}/replays`,
    body: { since: '2026-01-01T00:00:00Z' },
    by: await as(things, 'admin'),
  }),
  listWebhookDeliveries: async (things) => {
    await message(things);
    const [{ id } = { id: '' }] = await things.world.rows<{ id: string }>('select id from webhook_endpoint');
    return { path: `${ENDPOINTS}/${id}/deliveries`, by: await as(things, 'admin') };
  },
  getWebhookDelivery: async (things) => ({
    path: `/api/v1/webhook-deliveries/${await message(things)}`,
    by: await as(things, 'admin'),
  }),
  replayWebhookDelivery: async (things) => ({
    path: `/api/v1/webhook-deliveries/${await message(things)}/replays`,
    by: await as(things, 'admin'),
  }),
};
