import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, read, readWithEtag, type View } from '../../api/client';
import { inPages } from '../../api/paging';

export type Badge = View<'CredentialView'>;
export type ShareLink = View<'ShareLinkView'>;

/** Every key of one's badges begins so: what changes one of them refreshes all. */
export const ALL = ['my-badges'] as const;

export const badgesQuery = infiniteQueryOptions({
  queryKey: [...ALL, 'pages'],
  queryFn: ({ signal, pageParam }) =>
    read(api.GET('/api/v1/credentials', { params: { query: { mine: 'yes', limit: 100, ...pageParam } }, signal })),
  ...inPages,
});

/** All of them, for whoever arranges them. */
export const allBadgesQuery = queryOptions({
  queryKey: [...ALL, 'all'],
  queryFn: async ({ signal }) => {
    const badges: Badge[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: { mine: 'yes'; limit: number; cursor?: string } = { mine: 'yes', limit: 100, ...(cursor && { cursor }) };
      const page: View<'CredentialPage'> = await read(api.GET('/api/v1/credentials', { params: { query }, signal }));
      badges.push(...page.items);
      cursor = page.next;
    }
    return badges;
  },
});

export const badgeQuery = (id: string) =>
  queryOptions({
    queryKey: [...ALL, id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/credentials/{id}', { params: { path: { id } }, signal })),
  });

/** The form that counts now, of the credential at an address. */
export const newestFormQuery = (url: string) =>
  queryOptions({
    queryKey: [...ALL, 'newest', url],
    queryFn: async ({ signal }) => {
      const query = { mine: 'yes', q: url, limit: 1 } as const;
      return (await read(api.GET('/api/v1/credentials', { params: { query }, signal }))).items[0] ?? null;
    },
  });

export const shareLinksQuery = (id: string) =>
  queryOptions({
    queryKey: [...ALL, id, 'share-links'],
    queryFn: async ({ signal }) =>
      (await read(api.GET('/api/v1/credentials/{id}/share-links', { params: { path: { id } }, signal }))).items,
  });

export const viewsQuery = (id: string) =>
  queryOptions({
    queryKey: [...ALL, id, 'views'],
    queryFn: async ({ signal }) =>
      (await read(api.GET('/api/v1/credentials/{id}/views', { params: { path: { id } }, signal }))).items,
  });

export const evidenceQuery = (id: string) =>
  queryOptions({
    queryKey: [...ALL, id, 'evidence'],
    queryFn: async ({ signal }) =>
      (await read(api.GET('/api/v1/credentials/{id}/evidence', { params: { path: { id } }, signal }))).items,
  });

/** What was asked about any form of the credential, oldest first. */
export const correctionsQuery = (credentialId: string) =>
  queryOptions({
    queryKey: [...ALL, credentialId, 'corrections'],
    queryFn: async ({ signal }) => {
      const query = { mine: 'yes', credentialId, limit: 100 } as const;
      return (await read(api.GET('/api/v1/credential-correction-requests', { params: { query }, signal }))).items;
    },
  });

export const choicesQuery = (enrollmentId: string) =>
  queryOptions({
    queryKey: [...ALL, 'choices', enrollmentId],
    queryFn: ({ signal }) =>
      readWithEtag(api.GET('/api/v1/enrollments/{id}/credential-choices', { params: { path: { id: enrollmentId } }, signal })),
  });

export const portfolioQuery = queryOptions({
  queryKey: ['portfolio'],
  queryFn: ({ signal }) => readWithEtag(api.GET('/api/v1/portfolio', { signal })),
});
