import { useInfiniteQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useMessages } from '../../../i18n';
import { Loaded } from '../../../ui/Loaded';
import { MoreButton } from '../../../ui/MoreButton';
import { EmptyState } from '../../../ui/Page';
import { Table } from '../../../ui/Table';
import { useCandidateColumns } from './candidate-columns';
import { QualifiedPage } from './QualifiedPage';
import { candidatesQuery } from './queries';

export const othersRoute = createLazyRoute('/editions/$editionId/newly-qualified/others')({ component: OthersScreen });

function OthersScreen() {
  const { editionId } = othersRoute.useParams();
  return (
    <QualifiedPage editionId={editionId}>
      <Others editionId={editionId} />
    </QualifiedPage>
  );
}

function Others({ editionId }: { editionId: string }) {
  const { qualified } = useMessages('awards');
  const query = useInfiniteQuery(candidatesQuery(editionId, 'others'));
  const columns = useCandidateColumns();
  return (
    <>
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <EmptyState title={qualified.noOthers}>{qualified.noOthersHelp}</EmptyState>;
          return <Table caption={qualified.others} columns={columns} rows={rows} rowKey={({ enrollmentId }) => enrollmentId} />;
        }}
      </Loaded>
      <MoreButton query={query} />
    </>
  );
}
