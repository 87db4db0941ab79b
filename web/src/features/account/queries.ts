import { queryOptions } from '@tanstack/react-query';
import { api, read, type View } from '../../api/client';

export type OwnSession = View<'OwnSessionView'>;
export type ApiToken = View<'ApiTokenView'>;
export type Scope = ApiToken['scopes'][number];
export type Service = View<'ConnectedServiceView'>;

export type PersonalExport = View<'PersonalExportView'>;

const ASK_AGAIN_MS = 2_000;

/** Asked for again while one is being made. */
export const exportsQuery = queryOptions({
  queryKey: ['account', 'exports'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/me/exports', { signal })),
  refetchInterval: ({ state }) => (state.data?.some((one) => one.state === 'making') ? ASK_AGAIN_MS : false),
});

export const sessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/me/sessions', { signal })),
});

/** The LMS platforms that open the account. */
export const waysInQuery = queryOptions({
  queryKey: ['account', 'ways-in'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/me/lms-ways-in', { signal })),
});

export const tokensQuery = queryOptions({
  queryKey: ['account', 'tokens'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/me/api-tokens', { signal })),
});

export const servicesQuery = queryOptions({
  queryKey: ['account', 'services'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/me/services', { signal })),
});
