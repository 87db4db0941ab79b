import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, read, type View } from '../../../api/client';
import { inPages } from '../../../api/paging';

export type Endpoint = View<'WebhookEndpointView'>;
export type Message = View<'WebhookDeliveryView'>;
export type MessageState = Message['state'];

const ASK_AGAIN_MS = 5_000;

/** Asked for again: messages arrive while somebody looks. */
export const endpointsQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/webhook-endpoints', { signal })),
  refetchInterval: ASK_AGAIN_MS,
});

export const eventTypesQuery = queryOptions({
  queryKey: ['webhook-event-types'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/webhook-event-types', { signal })),
  staleTime: Infinity,
});

export const messagesQuery = (id: string, state: MessageState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['webhooks', id, 'messages', state ?? 'all'],
    queryFn: ({ signal, pageParam }) =>
      read(
        api.GET('/api/v1/webhook-endpoints/{id}/deliveries', {
          params: { path: { id }, query: { limit: 50, ...(state ? { state } : {}), ...pageParam } },
          signal,
        }),
      ),
    refetchInterval: ASK_AGAIN_MS,
    ...inPages,
  });

export const messageQuery = (id: string) =>
  queryOptions({
    queryKey: ['webhooks', 'message', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/webhook-deliveries/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ASK_AGAIN_MS,
  });
