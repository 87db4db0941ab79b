import { useInfiniteQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Loaded } from '../../../ui/Loaded';
import { MoreButton } from '../../../ui/MoreButton';
import { Chip } from '../../../ui/Notice';
import { EmptyState } from '../../../ui/Page';
import { type Column, Table } from '../../../ui/Table';
import { QualifiedPage } from './QualifiedPage';
import { type Requalification, requalificationsQuery } from './queries';

export const awardsRoute = createLazyRoute('/editions/$editionId/newly-qualified/awards')({ component: AwardsScreen });

function AwardsScreen() {
  const { editionId } = awardsRoute.useParams();
  return (
    <QualifiedPage editionId={editionId}>
      <Awards editionId={editionId} />
    </QualifiedPage>
  );
}

function Awards({ editionId }: { editionId: string }) {
  const { qualified } = useMessages('awards');
  const format = useFormat();
  const query = useInfiniteQuery(requalificationsQuery(editionId));
  const columns: Column<Requalification>[] = [
    { key: 'when', label: qualified.confirmedAt, cell: ({ id, confirmedAt }) => showRun(id, format.dateTime(confirmedAt)) },
    { key: 'reason', label: qualified.reason, cell: ({ reason }) => reason },
    { key: 'total', label: qualified.people, cell: ({ total }) => format.number(total), isNumber: true },
    { key: 'state', label: qualified.state, cell: ({ state }) => <Chip>{qualified.states[state]}</Chip> },
  ];
  return (
    <>
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <EmptyState title={qualified.noAwards}>{qualified.noAwardsHelp}</EmptyState>;
          return <Table caption={qualified.awards} columns={columns} rows={rows} rowKey={({ id }) => id} />;
        }}
      </Loaded>
      <MoreButton query={query} />
    </>
  );
}

function showRun(requalificationId: string, when: string) {
  return (
    <Link to="/requalifications/$requalificationId" params={{ requalificationId }}>
      {when}
    </Link>
  );
}
