import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, read, type View } from '../../api/client';
import { inPages } from '../../api/paging';

export type Platform = View<'LtiPlatformView'>;
export type PlatformSummary = View<'LtiPlatformSummaryView'>;

/** The LMS has not answered yet whether it tells of copied courses. */
function isBeingAsked({ state, notices }: Platform['deployments'][number]): boolean {
  return state === 'approved' && notices?.state === 'asked' && notices.problem === null;
}

const ASK_AGAIN_MS = 3_000;

export const platformsQuery = queryOptions({
  queryKey: ['platforms'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/lti/platforms', { signal })),
});

export const platformQuery = (id: string) =>
  queryOptions({
    queryKey: ['platforms', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/lti/platforms/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.deployments.some(isBeingAsked) ? ASK_AGAIN_MS : false),
  });

/** Asked again while one is being read. */
export const coursesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['platforms', id, 'courses'],
    queryFn: ({ signal, pageParam }) =>
      read(
        api.GET('/api/v1/lti/platforms/{id}/courses', { params: { path: { id }, query: { limit: 25, ...pageParam } }, signal }),
      ),
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(({ roster }) => roster.state === 'reading')) ? ASK_AGAIN_MS : false,
    ...inPages,
  });

export const toolQuery = queryOptions({
  queryKey: ['lti-tool'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/lti/tool', { signal })),
  staleTime: Infinity,
});

export const toolKeysQuery = queryOptions({
  queryKey: ['lti-tool-keys'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/lti/tool/keys', { signal })),
});

export const linksQuery = queryOptions({
  queryKey: ['lti-registration-links'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/lti/registration-links', { signal })),
});
