import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, read, readWithEtag, type View } from '../../api/client';
import { inPages } from '../../api/paging';

export type Offering = View<'OfferingView'>;
export type Member = View<'MemberView'>;
export type Role = Member['roles'][number];
export type StaffRole = View<'StaffMemberView'>['role'];
export type EnrollmentState = View<'EnrollmentView'>['state'];

const PAGE = 50;

export const offeringsQuery = infiniteQueryOptions({
  queryKey: ['offerings'],
  queryFn: ({ pageParam, signal }) =>
    read(api.GET('/api/v1/offerings', { params: { query: { limit: PAGE, ...pageParam } }, signal })),
  ...inPages,
});

/** What happens in the weeks of a month, as `2026-03`. */
export const offeringCalendarQuery = (month: string, microCredentialId: string | undefined) =>
  queryOptions({
    queryKey: ['offerings', 'calendar', month, microCredentialId],
    queryFn: ({ signal }) => {
      const query = { month, ...(microCredentialId ? { microCredentialId } : {}) };
      return read(api.GET('/api/v1/offerings/calendar', { params: { query }, signal }));
    },
  });

/** With the ETag that a change has to name. */
export const offeringQuery = (id: string) =>
  queryOptions({
    queryKey: ['offerings', id],
    queryFn: ({ signal }) => readWithEtag(api.GET('/api/v1/offerings/{id}', { params: { path: { id } }, signal })),
  });

export const staffQuery = (offeringId: string) =>
  queryOptions({
    queryKey: ['offerings', offeringId, 'staff'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/offerings/{id}/staff', { params: { path: { id: offeringId } }, signal })),
  });

export const learnersQuery = (offeringId: string, state: EnrollmentState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['offerings', offeringId, 'learners', state],
    queryFn: ({ pageParam, signal }) =>
      read(
        api.GET('/api/v1/offerings/{id}/progress', {
          params: { path: { id: offeringId }, query: { limit: PAGE, ...(state ? { state } : {}), ...pageParam } },
          signal,
        }),
      ),
    ...inPages,
  });

/** How many of them there are, for who may see everybody's places. */
export const learnerCountQuery = (offeringId: string, state: EnrollmentState | undefined) =>
  queryOptions({
    queryKey: ['offerings', offeringId, 'learner-count', state],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/roster/count', { params: { query: { offeringId, ...(state ? { state } : {}) } }, signal })),
  });

export interface MembersAsked {
  q?: string | undefined;
  role?: Role | undefined;
}

export const membersQuery = ({ q, role }: MembersAsked) =>
  infiniteQueryOptions({
    queryKey: ['members', q, role],
    queryFn: ({ pageParam, signal }) =>
      read(
        api.GET('/api/v1/members', {
          params: { query: { limit: PAGE, ...(q ? { q } : {}), ...(role ? { role } : {}), ...pageParam } },
          signal,
        }),
      ),
    ...inPages,
  });

export type Erasure = View<'MemberErasureView'>;

export const erasuresQuery = infiniteQueryOptions({
  queryKey: ['erasures'],
  queryFn: ({ pageParam, signal }) =>
    read(api.GET('/api/v1/erasures', { params: { query: { limit: PAGE, ...pageParam } }, signal })),
  ...inPages,
});

export const invitationsQuery = infiniteQueryOptions({
  queryKey: ['invitations'],
  queryFn: ({ pageParam, signal }) =>
    read(api.GET('/api/v1/invitations', { params: { query: { limit: PAGE, ...pageParam } }, signal })),
  ...inPages,
});

/** Refused (404) where mail is really sent. */
export const mailboxQuery = queryOptions({
  queryKey: ['mailbox'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/mailbox', { params: { query: { limit: 1 } }, signal })),
  staleTime: Infinity,
});

/** The micro-credentials that have an edition to offer; a few hundred at most, so all pages of them. */
export const offerableQuery = queryOptions({
  queryKey: ['offerable'],
  queryFn: async ({ signal }) => {
    const found: View<'MicroCredentialSummaryView'>[] = [];
    let cursor: string | null = null;
    do {
      const query: { limit: number; cursor?: string } = { limit: 100, ...(cursor ? { cursor } : {}) };
      const page: View<'MicroCredentialSummaryPage'> = await read(
        api.GET('/api/v1/micro-credentials', { params: { query }, signal }),
      );
      found.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    return found.filter(({ latestEdition, retiredAt }) => latestEdition !== null && retiredAt === null);
  },
});
