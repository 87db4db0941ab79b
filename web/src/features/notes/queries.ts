import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, read } from '../../api/client';
import { inPages } from '../../api/paging';

/** Asked once for a visit: what is typed meanwhile was typed over this. */
export const noteQuery = (id: string, activityId: string) =>
  queryOptions({
    queryKey: ['note', id, activityId],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/enrollments/{id}/activities/{activityId}/note', { params: { path: { id, activityId } }, signal })),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const notesQuery = (words: string) =>
  infiniteQueryOptions({
    queryKey: ['notes', words],
    queryFn: async ({ pageParam, signal }) =>
      read(api.GET('/api/v1/me/notes', { params: { query: { ...(words ? { q: words } : {}), ...pageParam } }, signal })),
    ...inPages,
    placeholderData: keepPreviousData,
  });
