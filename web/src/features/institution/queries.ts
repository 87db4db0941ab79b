import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, read, readWithEtag, type View } from '../../api/client';
import { inPages } from '../../api/paging';

// What is changed comes with the ETag that a change has to name.

export const institutionQuery = queryOptions({
  queryKey: ['institution'],
  queryFn: ({ signal }) => readWithEtag(api.GET('/api/v1/institution', { signal })),
});

export const lookQuery = queryOptions({
  queryKey: ['institution', 'look'],
  queryFn: ({ signal }) => readWithEtag(api.GET('/api/v1/institution/look', { signal })),
});

export const lettersQuery = queryOptions({
  queryKey: ['institution', 'letters'],
  queryFn: ({ signal }) => readWithEtag(api.GET('/api/v1/institution/badge-letters', { signal })),
});

/** Which other sites may show cards of offerings. */
export const embeddingQuery = queryOptions({
  queryKey: ['institution', 'embedding'],
  queryFn: ({ signal }) => readWithEtag(api.GET('/api/v1/institution/embedding', { signal })),
});

export const retentionQuery = queryOptions({
  queryKey: ['institution', 'retention'],
  queryFn: ({ signal }) => readWithEtag(api.GET('/api/v1/institution/retention', { signal })),
});

export const formsQuery = queryOptions({
  queryKey: ['institution', 'forms'],
  queryFn: ({ signal }) => readWithEtag(api.GET('/api/v1/credential-forms', { signal })),
});

const ASK_AGAIN_MS = 3_000;

/** Asked for again while credentials are being signed anew. */
export const keysQuery = queryOptions({
  queryKey: ['institution', 'keys'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/signing-keys', { signal })),
  refetchInterval: ({ state }) => (state.data?.items.some(({ awaitingReissue }) => awaitingReissue > 0) ? ASK_AGAIN_MS : false),
});

/** Credentials whose embedded proof a key made, newest first. */
export const keyCredentialsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['institution', 'keys', id, 'credentials'],
    queryFn: ({ signal, pageParam }) =>
      read(
        api.GET('/api/v1/signing-keys/{id}/credentials', {
          params: { path: { id }, query: { limit: 50, ...pageParam } },
          signal,
        }),
      ),
    ...inPages,
  });

export const letterListQuery = queryOptions({
  queryKey: ['letters'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/institution/letters', { signal })),
});

type LetterPath = Pick<View<'LetterView'>, 'letter' | 'language'>;

export const letterQuery = (letter: LetterPath['letter'], language: LetterPath['language']) =>
  queryOptions({
    queryKey: ['letters', letter, language],
    queryFn: ({ signal }) =>
      readWithEtag(
        api.GET('/api/v1/institution/letters/{letter}/{language}', { params: { path: { letter, language } }, signal }),
      ),
  });

/** `version`: the newest, so that a new one asks again. */
export const letterVersionsQuery = (letter: LetterPath['letter'], language: LetterPath['language'], version: number) =>
  queryOptions({
    queryKey: ['letters', letter, language, 'versions', version],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/institution/letters/{letter}/{language}/versions', {
          params: { path: { letter, language } },
          signal,
        }),
      ),
  });
