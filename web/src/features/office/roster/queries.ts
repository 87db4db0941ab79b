import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, read, type View } from '../../../api/client';
import { inPages } from '../../../api/paging';
import { dayStart } from '../../records/day-start';
import type { RosterSearch } from './searches';

export type RosterRow = View<'RosterRowView'>;
export type EnrollmentAct = View<'EnrollmentActView'>;
export type ActRow = View<'EnrollmentActRowView'>;

const PAGE = 100;
const LOOK_AGAIN_MS = 1_000;

/** What the server is asked for: days begin where the institution is. */
export function filterOf({ q, microCredentialId, offeringId, state, atRisk, from, until }: RosterSearch, zone: string) {
  return {
    ...(q ? { q } : {}),
    ...(microCredentialId ? { microCredentialId } : {}),
    ...(offeringId ? { offeringId } : {}),
    ...(state ? { state } : {}),
    ...(atRisk ? { atRisk } : {}),
    ...(from ? { from: dayStart(from, zone) } : {}),
    ...(until ? { to: dayStart(until, zone, { after: 1 }) } : {}),
  };
}

export type RosterFilter = ReturnType<typeof filterOf>;

export const rosterQuery = (filter: RosterFilter, sort: RosterSearch['sort']) =>
  infiniteQueryOptions({
    queryKey: ['roster', 'rows', filter, sort],
    queryFn: ({ pageParam, signal }) =>
      read(
        api.GET('/api/v1/roster', {
          params: { query: { limit: PAGE, ...filter, ...(sort ? { sort } : {}), ...pageParam } },
          signal,
        }),
      ),
    ...inPages,
  });

export const countQuery = (filter: RosterFilter) =>
  queryOptions({
    queryKey: ['roster', 'count', filter],
    queryFn: ({ signal }) => read(api.GET('/api/v1/roster/count', { params: { query: filter }, signal })),
  });

export const actsQuery = infiniteQueryOptions({
  queryKey: ['enrollment-acts', 'list'],
  queryFn: ({ pageParam, signal }) =>
    read(api.GET('/api/v1/enrollment-acts', { params: { query: { limit: 25, ...pageParam } }, signal })),
  ...inPages,
});

/** Asked again and again while it is at work. */
export const actQuery = (id: string) =>
  queryOptions({
    queryKey: ['enrollment-acts', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/enrollment-acts/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state: { data } }) => (data?.state === 'running' || data?.state === 'undoing' ? LOOK_AGAIN_MS : false),
  });

export const actRowsQuery = (id: string, state: EnrollmentAct['state'], outcome: ActRow['outcome'] | undefined) =>
  infiniteQueryOptions({
    queryKey: ['enrollment-acts', id, 'rows', state, outcome],
    queryFn: ({ pageParam, signal }) =>
      read(
        api.GET('/api/v1/enrollment-acts/{id}/rows', {
          params: { path: { id }, query: { limit: 50, ...(outcome ? { outcome } : {}), ...pageParam } },
          signal,
        }),
      ),
    ...inPages,
  });
