import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, read, type View } from '../../api/client';
import { inPages } from '../../api/paging';
import { queryClient } from '../../api/queries';

export type MicroCredential = View<'MicroCredentialView'>;
export type MicroCredentialSummary = View<'MicroCredentialSummaryView'>;
export type OutlineCourse = View<'OutlineCourseView'>;
export type ActivitySummary = View<'ActivitySummaryView'>;
export type Outline = View<'OutlineView'>;

/** All that an answer of the list can hold; whoever has more looks for letters of a title. */
const MOST = 100;

export const microCredentialsQuery = (q: string) =>
  queryOptions({
    queryKey: ['micro-credentials', { q }],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/micro-credentials', { params: { query: { limit: MOST, ...(q ? { q } : {}) } }, signal })),
  });

export const coursesQuery = (q: string) =>
  queryOptions({
    queryKey: ['courses', { q }],
    queryFn: ({ signal }) => read(api.GET('/api/v1/courses', { params: { query: { limit: 25, ...(q ? { q } : {}) } }, signal })),
  });

export const microCredentialQuery = (id: string) =>
  queryOptions({
    queryKey: ['micro-credential', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/micro-credentials/{id}', { params: { path: { id } }, signal })),
  });

export const outlineQuery = (id: string) =>
  queryOptions({
    queryKey: ['micro-credential', id, 'outline'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/micro-credentials/{id}/outline', { params: { path: { id } }, signal })),
  });

export const problemsQuery = (id: string) =>
  queryOptions({
    queryKey: ['micro-credential', id, 'problems'],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/micro-credentials/{id}/publishing-problems', { params: { path: { id } }, signal })),
    // What is wrong is mended elsewhere, often in another tab.
    staleTime: 0,
  });

export const editionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['micro-credential', id, 'editions'],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/micro-credentials/{id}/editions', { params: { path: { id }, query: { limit: MOST } }, signal })),
  });

/** `to`: undefined for the draft. */
export const comparisonQuery = (id: string, from: string, to: string | undefined) =>
  queryOptions({
    queryKey: ['micro-credential', id, 'comparison', from, to ?? null],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/micro-credentials/{id}/edition-comparison', {
          params: { path: { id }, query: { from, ...(to ? { to } : {}) } },
          signal,
        }),
      ),
    // The draft is written elsewhere, often in another tab.
    staleTime: 0,
  });

export const learnersQuery = (id: string) =>
  queryOptions({
    queryKey: ['micro-credential', id, 'learners'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/micro-credentials/{id}/learners', { params: { path: { id } }, signal })),
  });

/** The offerings of all its editions, newest first. */
export const runsQuery = (microCredentialId: string) =>
  queryOptions({
    queryKey: ['micro-credential', microCredentialId, 'runs'],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/offerings', { params: { query: { microCredentialId, limit: MOST } }, signal })),
  });

export const whereaboutsQuery = (offeringId: string) =>
  queryOptions({
    queryKey: ['whereabouts', offeringId],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/offerings/{id}/whereabouts', { params: { path: { id: offeringId } }, signal })),
  });

export const standingQuery = (offeringId: string, at: View<'StationView'>['kind'], activityId: string | null) =>
  infiniteQueryOptions({
    ...inPages,
    queryKey: ['whereabouts', offeringId, 'learners', at, activityId],
    queryFn: ({ pageParam, signal }) =>
      read(
        api.GET('/api/v1/offerings/{id}/whereabouts/learners', {
          params: { path: { id: offeringId }, query: { at, ...(activityId ? { activityId } : {}), ...pageParam } },
          signal,
        }),
      ),
  });

export const badgeDesignQuery = (id: string) =>
  queryOptions({
    queryKey: ['micro-credential', id, 'badge-design'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/micro-credentials/{id}/badge-design', { params: { path: { id } }, signal })),
  });

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/imports', { params: { query: { limit: MOST } }, signal })),
});

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/imports/{id}', { params: { path: { id } }, signal })),
  });

/** The ETag of what carries a version (RFC 9110 §8.8.3). */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"v${version}"` };
}

/** The newest form of a micro-credential, put where every screen sees it. */
export function remember(microCredential: MicroCredential): void {
  queryClient.setQueryData(microCredentialQuery(microCredential.id).queryKey, microCredential);
  void queryClient.invalidateQueries({ queryKey: ['micro-credentials'] });
  void queryClient.invalidateQueries({ queryKey: problemsQuery(microCredential.id).queryKey });
}
