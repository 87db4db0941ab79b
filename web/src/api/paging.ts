/** What asks for a page of a list; without a cursor, for the first one. */
export interface PageAsked {
  cursor?: string;
}

const FIRST: PageAsked = {};

/** For `useInfiniteQuery`, with lists that the API gives in pages. */
export const inPages = {
  initialPageParam: FIRST,
  getNextPageParam: ({ next }: { next: string | null }): PageAsked | undefined => (next === null ? undefined : { cursor: next }),
};
