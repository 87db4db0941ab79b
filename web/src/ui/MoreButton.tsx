import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useMessages } from '../i18n';
import { Button } from './Button';
import { Actions } from './Form';

/** Of an infinite query, what a list needs to go on. */
export type Pages = Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError' | 'fetchNextPage'>;

/** The next page of a list, where there is one. */
export function MoreButton({ query }: { query: Omit<Pages, 'isFetchNextPageError'> }) {
  const { more } = useMessages('common');
  if (!query.hasNextPage) return null;
  return (
    <Actions>
      <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
        {more}
      </Button>
    </Actions>
  );
}
