import { queryOptions } from '@tanstack/react-query';
import { api, read, type View } from '../../../api/client';
import { problemOf } from '../../../api/problem';

export type Enrollment = View<'EnrollmentView'>;
export type Journey = View<'JourneyView'>;
export type Arrangement = View<'ArrangementView'>;
export type Accommodation = View<'AccommodationView'>;

/** All that is known of one place begins so: a change of it makes everything be asked again. */
export const ofEnrollment = (id: string) => ['enrollment', id] as const;

export const enrollmentQuery = (id: string) =>
  queryOptions({
    queryKey: [...ofEnrollment(id), 'place'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/enrollments/{id}', { params: { path: { id } }, signal })),
  });

export const wayQuery = (id: string) =>
  queryOptions({
    queryKey: [...ofEnrollment(id), 'way'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/enrollments/{id}/journey', { params: { path: { id } }, signal })),
  });

export const workQuery = (id: string) =>
  queryOptions({
    queryKey: [...ofEnrollment(id), 'project'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/enrollments/{id}/project', { params: { path: { id } }, signal })),
  });

export const badgesQuery = (enrollmentId: string) =>
  queryOptions({
    queryKey: [...ofEnrollment(enrollmentId), 'badges'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/credentials', { params: { query: { enrollmentId } }, signal })),
  });

export const arrangementsQuery = (id: string) =>
  queryOptions({
    queryKey: [...ofEnrollment(id), 'arrangements'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/enrollments/{id}/arrangements', { params: { path: { id } }, signal })),
  });

export const memberQuery = (personId: string) =>
  queryOptions({
    queryKey: ['members', personId],
    queryFn: ({ signal }) => read(api.GET('/api/v1/members/{personId}', { params: { path: { personId } }, signal })),
  });

/** `null`: the person has none. */
export const accommodationQuery = (personId: string) =>
  queryOptions({
    queryKey: ['accommodation', personId],
    queryFn: async ({ signal }): Promise<Accommodation | null> => {
      try {
        return await read(api.GET('/api/v1/members/{personId}/accommodation', { params: { path: { personId } }, signal }));
      } catch (error) {
        if (problemOf(error)?.status === 404) return null;
        throw error;
      }
    },
  });

export const editionsQuery = (microCredentialId: string) =>
  queryOptions({
    queryKey: ['editions', microCredentialId],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/micro-credentials/{id}/editions', {
          params: { path: { id: microCredentialId }, query: { limit: 100 } },
          signal,
        }),
      ),
  });

export const moveQuery = (id: string, editionId: string) =>
  queryOptions({
    queryKey: [...ofEnrollment(id), 'move', editionId],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/enrollments/{id}/edition-move', { params: { path: { id }, query: { editionId } }, signal })),
  });
