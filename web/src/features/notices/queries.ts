import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, read, type View } from '../../api/client';
import { queryClient } from '../../api/queries';
import { inPages } from '../../api/paging';

export type Notice = View<'NoticeView'>;

/** The one small question of every page; the server answers 304 while nothing changed. */
export const unreadQuery = queryOptions({
  queryKey: ['notices', 'unread-count'],
  queryFn: async ({ signal }) => (await read(api.GET('/api/v1/me/notices/unread', { signal }))).unread,
  staleTime: 60_000,
});

export const noticesQuery = (show: 'all' | 'unread') =>
  infiniteQueryOptions({
    queryKey: ['notices', 'list', show],
    queryFn: ({ pageParam, signal }) =>
      read(api.GET('/api/v1/me/notices', { params: { query: { show, ...pageParam } }, signal })),
    ...inPages,
  });

export const preferencesQuery = queryOptions({
  queryKey: ['notice-preferences'],
  queryFn: async ({ signal }) => (await read(api.GET('/api/v1/me/notice-preferences', { signal }))).items,
});

export async function refreshNotices(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ['notices'] });
}

/** Whether it is read; the bell follows. */
export async function mark({ id }: Pick<Notice, 'id'>, isRead: boolean): Promise<void> {
  const params = { path: { id } };
  await read(
    isRead ? api.PUT('/api/v1/me/notices/{id}/reading', { params }) : api.DELETE('/api/v1/me/notices/{id}/reading', { params }),
  );
  await refreshNotices();
}
