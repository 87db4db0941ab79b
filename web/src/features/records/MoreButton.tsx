import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';

interface Query {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/** The next page of a list, below it. */
export function MoreButton({ query }: { query: Query }) {
  const { more } = useMessages('common');
  if (!query.hasNextPage) return null;
  return (
    <div>
      <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
        {more}
      </Button>
    </div>
  );
}
