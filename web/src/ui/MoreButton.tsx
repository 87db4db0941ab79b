import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useMessages } from '../i18n';
import { Button } from './Button';
import { Actions } from './Form';

type Pages = Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;

/** The next page of a list, where there is one. */
export function MoreButton({ query }: { query: Pages }) {
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
