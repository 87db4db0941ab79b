import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, read, type View } from '../../api/client';
import { inPages } from '../../api/paging';
import type { Months } from './periods';
import type { Group } from './searches';

export type Overview = View<'OverviewView'>;

export interface Asked extends Months {
  microCredentialId?: string;
  offeringId?: string;
}

const PAGE = 50;

export const overviewQuery = (asked: Asked) =>
  queryOptions({
    queryKey: ['overview', asked],
    queryFn: ({ signal }) => read(api.GET('/api/v1/overview', { params: { query: asked }, signal })),
  });

export const groupQuery = (group: Group, asked: Asked) =>
  infiniteQueryOptions({
    queryKey: ['overview', 'learners', group, asked],
    queryFn: ({ pageParam, signal }) =>
      read(api.GET('/api/v1/overview/learners', { params: { query: { ...asked, group, limit: PAGE, ...pageParam } }, signal })),
    ...inPages,
  });

/** To choose one of; a hundred at most, the newest. */
export const offeringChoicesQuery = queryOptions({
  queryKey: ['offerings', 'choices'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/offerings', { params: { query: { limit: 100 } }, signal })),
});

export const microCredentialChoicesQuery = queryOptions({
  queryKey: ['micro-credentials', 'choices'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/micro-credentials', { params: { query: { limit: 100 } }, signal })),
});

export const zoneQuery = queryOptions({
  queryKey: ['institution', 'zone'],
  queryFn: async ({ signal }) => (await read(api.GET('/api/v1/institution', { signal }))).timeZone,
});
