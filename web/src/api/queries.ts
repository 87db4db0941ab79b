import { QueryClient, queryOptions } from '@tanstack/react-query';
import { api, read } from './client';
import { problemOf } from './problem';

/** A question whose answer will not change by asking again. */
function isFinal(error: unknown): boolean {
  const problem = problemOf(error);
  return problem !== null && problem.status >= 400 && problem.status < 500 && problem.status !== 429;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // What is on the screen stays there while the network is away.
      gcTime: 30 * 60_000,
      networkMode: 'offlineFirst',
      retry: (failures, error) => failures < 2 && !isFinal(error),
    },
    mutations: { networkMode: 'always' },
  },
});

/** Who is signed in, where they act and with which roles; refused with 401 where nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/session', { signal })),
  staleTime: 60_000,
});

const SELDOM_MS = 300_000;

/** Whether one is to be erased at the institution that one acts for. */
export const erasureQuery = queryOptions({
  queryKey: ['account', 'erasure'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/me/erasure', { signal })),
  staleTime: SELDOM_MS,
});
