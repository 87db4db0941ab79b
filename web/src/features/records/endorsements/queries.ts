import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, read, type View } from '../../../api/client';
import { inPages } from '../../../api/paging';

export type Received = View<'ReceivedEndorsementView'>;
export type Given = View<'GivenEndorsementView'>;

const ASK_AGAIN_MS = 2_000;

export const receivedQuery = infiniteQueryOptions({
  queryKey: ['records', 'endorsements', 'received'],
  queryFn: ({ signal, pageParam }) =>
    read(api.GET('/api/v1/received-endorsements', { params: { query: { limit: 25, ...pageParam } }, signal })),
  ...inPages,
});

/** Asked for again while one of them is being signed. */
export const givenQuery = infiniteQueryOptions({
  queryKey: ['records', 'endorsements', 'given'],
  queryFn: ({ signal, pageParam }) =>
    read(api.GET('/api/v1/endorsements', { params: { query: { limit: 25, ...pageParam } }, signal })),
  refetchInterval: ({ state }) =>
    state.data?.pages.some(({ items }) => items.some((one) => one.state === 'signing')) ? ASK_AGAIN_MS : false,
  ...inPages,
});
