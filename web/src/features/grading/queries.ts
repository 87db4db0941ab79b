import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, read } from '../../api/client';
import { inPages } from '../../api/paging';

export type QueueState = 'waiting' | 'decided';

export const workQuery = queryOptions({
  queryKey: ['grading', 'work'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/grading-work', { signal })),
});

export const queueQuery = (id: string, state: QueueState) =>
  infiniteQueryOptions({
    queryKey: ['grading', 'queue', id, state],
    queryFn: ({ signal, pageParam }) => {
      const query = { state, limit: 50, ...pageParam };
      return read(api.GET('/api/v1/offerings/{id}/grading-queue', { params: { path: { id }, query }, signal }));
    },
    ...inPages,
  });

export const gradingQuery = (id: string) =>
  queryOptions({
    queryKey: ['grading', 'attempt', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/attempts/{id}/grading', { params: { path: { id } }, signal })),
  });

/** Comments for using again in an offering; those with the words. */
export const bankQuery = (id: string, words: string) =>
  infiniteQueryOptions({
    queryKey: ['grading', 'bank', id, words],
    queryFn: ({ signal, pageParam }) => {
      const query = { limit: 50, ...(words.trim() === '' ? {} : { q: words.trim() }), ...pageParam };
      return read(api.GET('/api/v1/offerings/{id}/comment-bank', { params: { path: { id }, query }, signal }));
    },
    ...inPages,
  });
