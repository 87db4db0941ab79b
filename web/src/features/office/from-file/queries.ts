import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, newIdempotencyKey, read } from '../../../api/client';
import { inPages } from '../../../api/paging';
import type { FileOfPeople, RowState } from './row-states';

const PAGE = 50;
const LOOK_AGAIN_MS = 1_000;

export const filesQuery = (offeringId: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['people-files', 'list', offeringId],
    queryFn: ({ pageParam, signal }) =>
      read(
        api.GET('/api/v1/enrollment-imports', {
          params: { query: { ...(offeringId ? { offeringId } : {}), ...pageParam } },
          signal,
        }),
      ),
    ...inPages,
  });

/** Asked again and again while it is at work. */
export const fileQuery = (id: string) =>
  queryOptions({
    queryKey: ['people-files', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/enrollment-imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? LOOK_AGAIN_MS : false),
  });

export const rowsQuery = (id: string, state: RowState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['people-files', id, 'rows', state],
    queryFn: ({ pageParam, signal }) =>
      read(
        api.GET('/api/v1/enrollment-imports/{id}/rows', {
          params: { path: { id }, query: { limit: PAGE, ...(state ? { state } : {}), ...pageParam } },
          signal,
        }),
      ),
    ...inPages,
  });

/** The file as multipart/form-data, which the browser writes by itself. */
export function uploadPeople(file: File, offeringId: string | undefined): Promise<FileOfPeople> {
  const form = new FormData();
  form.append('file', file);
  return read(
    api.POST('/api/v1/enrollment-imports', {
      params: { query: offeringId ? { offeringId } : {}, header: newIdempotencyKey() },
      body: { file: '' },
      bodySerializer: () => form,
    }),
  );
}
