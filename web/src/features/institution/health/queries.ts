import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, read } from '../../../api/client';
import { inPages } from '../../../api/paging';

const ASK_AGAIN_MS = 15_000;

export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/health-report', { signal })),
  refetchInterval: ASK_AGAIN_MS,
});

export const deadLettersQuery = infiniteQueryOptions({
  queryKey: ['health', 'dead-letters'],
  queryFn: ({ signal, pageParam }) =>
    read(api.GET('/api/v1/dead-letters', { params: { query: { limit: 25, ...pageParam } }, signal })),
  ...inPages,
});
