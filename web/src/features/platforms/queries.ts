import { queryOptions } from '@tanstack/react-query';
import { api, read, type View } from '../../api/client';

export type Platform = View<'LtiPlatformView'>;
export type PlatformSummary = View<'LtiPlatformSummaryView'>;

export const platformsQuery = queryOptions({
  queryKey: ['platforms'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/lti/platforms', { signal })),
});

export const platformQuery = (id: string) =>
  queryOptions({
    queryKey: ['platforms', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/lti/platforms/{id}', { params: { path: { id } }, signal })),
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
