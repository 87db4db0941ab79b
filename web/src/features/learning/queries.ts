import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../api/client';
import { queryClient } from '../../api/queries';

export const myJourneysQuery = queryOptions({
  queryKey: ['my-journeys'],
  queryFn: async ({ signal }) => (await read(api.GET('/api/v1/me/journeys', { signal }))).items,
});

export const myBadgesQuery = queryOptions({
  queryKey: ['my-badges'],
  queryFn: async ({ signal }) =>
    (await read(api.GET('/api/v1/credentials', { params: { query: { mine: 'yes', limit: 100 } }, signal }))).items,
});

export const admissionQuery = (id: string) =>
  queryOptions({
    queryKey: ['admission', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/offerings/{id}/admission', { params: { path: { id } }, signal })),
  });

export const journeyQuery = (id: string) =>
  queryOptions({
    queryKey: ['journey', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/enrollments/{id}/journey', { params: { path: { id } }, signal })),
  });

export const activityQuery = (id: string, activityId: string) =>
  queryOptions({
    queryKey: ['journey', id, 'activity', activityId],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/enrollments/{id}/activities/{activityId}', { params: { path: { id, activityId } }, signal })),
    // An edition never changes; what one did in a quiz says so itself.
    staleTime: 5 * 60_000,
  });

/** Never asked again under the fingers of whoever answers it: what they typed was made on the revision that they got. */
export const attemptQuery = (id: string) =>
  queryOptions({
    queryKey: ['quiz-attempt', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/quiz-attempts/{id}', { params: { path: { id } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** For the same reason only asked when the screen opens, and after something was handed in. */
export const projectQuery = (id: string) =>
  queryOptions({
    queryKey: ['journey', id, 'project'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/enrollments/{id}/project', { params: { path: { id } }, signal })),
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** After something was done: how far one is may have changed everywhere. */
export async function refreshJourney(enrollmentId: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: journeyQuery(enrollmentId).queryKey, exact: true }),
    queryClient.invalidateQueries({ queryKey: myJourneysQuery.queryKey }),
  ]);
}
