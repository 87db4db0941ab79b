import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, read, type View } from '../../../api/client';
import { inPages } from '../../../api/paging';

export type Candidate = View<'CandidateView'>;
export type Requalification = View<'RequalificationView'>;

const ASK_AGAIN_MS = 2_000;

/** `others`: who does not qualify, and why. */
export const candidatesQuery = (id: string, who: 'qualified' | 'others') =>
  infiniteQueryOptions({
    queryKey: ['records', 'qualified', id, who],
    queryFn: ({ signal, pageParam }) =>
      read(
        api.GET('/api/v1/editions/{id}/newly-qualified', {
          params: { path: { id }, query: { who, limit: 50, ...pageParam } },
          signal,
        }),
      ),
    ...inPages,
  });

export const requalificationsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['records', 'qualified', id, 'awards'],
    queryFn: ({ signal, pageParam }) =>
      read(
        api.GET('/api/v1/editions/{id}/newly-qualified/awards', {
          params: { path: { id }, query: { limit: 25, ...pageParam } },
          signal,
        }),
      ),
    ...inPages,
  });

/** Asked for again until everybody's turn has come. */
export const requalificationQuery = (id: string) =>
  queryOptions({
    queryKey: ['records', 'requalification', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/requalifications/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? ASK_AGAIN_MS : false),
  });

export const requalificationRowsQuery = (id: string, isRunning: boolean) =>
  infiniteQueryOptions({
    queryKey: ['records', 'requalification', id, 'rows', isRunning],
    queryFn: ({ signal, pageParam }) =>
      read(
        api.GET('/api/v1/requalifications/{id}/rows', {
          params: { path: { id }, query: { limit: 50, ...pageParam } },
          signal,
        }),
      ),
    refetchInterval: isRunning ? ASK_AGAIN_MS : false,
    ...inPages,
  });
