/** What asks for a page of a list; without a cursor, for the first one. */
export interface PageAsked {
  cursor?: string;
}

const FIRST: PageAsked = {};
const FEW = 5;

/** Far down a list, all of it would be asked for again, page by page, by looking into another window. */
const isShort = ({ state: { data } }: { state: { data?: { pages: readonly unknown[] } | undefined } }) =>
  (data?.pages.length ?? 0) <= FEW;

/** For `useInfiniteQuery`, with lists that the API gives in pages. */
export const inPages = {
  initialPageParam: FIRST,
  getNextPageParam: ({ next }: { next: string | null }): PageAsked | undefined => (next === null ? undefined : { cursor: next }),
  refetchOnWindowFocus: isShort,
  refetchOnReconnect: isShort,
};
