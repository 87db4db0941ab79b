import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, read } from '../../api/client';
import { inPages } from '../../api/paging';
import { dayStart } from './day-start';
import type { CompletionsSearch, CredentialsSearch, RequestState } from './searches';

const NEXT = { initialPageParam: '', getNextPageParam: ({ next }: { next: string | null }) => next };
const cursorOf = (pageParam: string) => (pageParam ? { cursor: pageParam } : {});

/** What the completions are asked for with: days become moments where the person is. */
export function completionFilter({ offeringId, from, until }: CompletionsSearch, timeZone: string) {
  return {
    ...(offeringId && { offeringId }),
    ...(from && { from: dayStart(from, timeZone) }),
    ...(until && { to: dayStart(until, timeZone, { after: 1 }) }),
  };
}

export const completionsQuery = (filter: ReturnType<typeof completionFilter>) =>
  infiniteQueryOptions({
    queryKey: ['records', 'completions', filter],
    queryFn: ({ signal, pageParam }) =>
      read(api.GET('/api/v1/completions', { params: { query: { ...filter, limit: 50, ...pageParam } }, signal })),
    ...inPages,
  });

/** The newest hundred: what an office chooses from. */
export const offeringsQuery = queryOptions({
  queryKey: ['records', 'offerings'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/offerings', { params: { query: { limit: 100 } }, signal })),
});

export const credentialsQuery = (search: CredentialsSearch) =>
  infiniteQueryOptions({
    queryKey: ['records', 'credentials', search],
    queryFn: ({ signal, pageParam }) =>
      read(api.GET('/api/v1/credentials', { params: { query: { ...search, limit: 50, ...pageParam } }, signal })),
    ...inPages,
  });

export const credentialQuery = (id: string) =>
  queryOptions({
    queryKey: ['records', 'credential', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/credentials/{id}', { params: { path: { id } }, signal })),
  });

export const requestsQuery = (state: RequestState) =>
  infiniteQueryOptions({
    queryKey: ['records', 'requests', state],
    queryFn: ({ signal, pageParam }) =>
      read(
        api.GET('/api/v1/credential-correction-requests', {
          params: { query: { state, limit: 25, ...cursorOf(pageParam) } },
          signal,
        }),
      ),
    ...NEXT,
  });

export const revocationsQuery = infiniteQueryOptions({
  queryKey: ['records', 'revocations'],
  queryFn: ({ signal, pageParam }) =>
    read(api.GET('/api/v1/credential-revocations', { params: { query: { limit: 25, ...cursorOf(pageParam) } }, signal })),
  ...NEXT,
});

const ASK_AGAIN_MS = 2_000;

/** Asked for again until it is over. */
export const revocationQuery = (id: string) =>
  queryOptions({
    queryKey: ['records', 'revocation', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/credential-revocations/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => {
      const isOver = state.data?.state === 'finished' || state.data?.state === 'cancelled';
      return isOver ? false : ASK_AGAIN_MS;
    },
  });
