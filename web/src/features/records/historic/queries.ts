import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, read, type View } from '../../../api/client';
import { inPages } from '../../../api/paging';

export type HistoricImport = View<'HistoricImportView'>;
export type HistoricRow = View<'HistoricRowView'>;
export type RowState = HistoricRow['state'];

const ASK_AGAIN_MS = 2_000;

export const importsQuery = infiniteQueryOptions({
  queryKey: ['records', 'historic'],
  queryFn: ({ signal, pageParam }) =>
    read(api.GET('/api/v1/historic-award-imports', { params: { query: { limit: 25, ...pageParam } }, signal })),
  ...inPages,
});

/** Asked for again while its rows are being awarded. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['records', 'historic', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/historic-award-imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? ASK_AGAIN_MS : false),
  });

export const rowsQuery = (id: string, state: RowState | undefined, isRunning: boolean) =>
  infiniteQueryOptions({
    queryKey: ['records', 'historic', id, 'rows', state ?? 'all', isRunning],
    queryFn: ({ signal, pageParam }) =>
      read(
        api.GET('/api/v1/historic-award-imports/{id}/rows', {
          params: { path: { id }, query: { limit: 50, ...(state && { state }), ...pageParam } },
          signal,
        }),
      ),
    refetchInterval: isRunning ? ASK_AGAIN_MS : false,
    ...inPages,
  });
