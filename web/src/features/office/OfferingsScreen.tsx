import { useInfiniteQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useRole } from '../../app/session';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Loaded } from '../../ui/Loaded';
import { MoreButton } from '../../ui/MoreButton';
import { EmptyState } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { OfferingChip } from './OfferingChip';
import { NewOffering, OfferingsPage } from './OfferingsPage';
import { type Offering, offeringsQuery } from './queries';

export const offeringsRoute = createLazyRoute('/offerings')({ component: OfferingsScreen });

function OfferingsScreen() {
  const { offerings } = useMessages('office');
  const query = useInfiniteQuery(offeringsQuery);
  const mayOpen = useRole('office', 'admin');
  return (
    <OfferingsPage>
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0)
            return (
              <EmptyState title={offerings.empty} action={mayOpen && <NewOffering />}>
                {offerings.emptyText}
              </EmptyState>
            );
          return (
            <>
              <OfferingsTable rows={rows} />
              <MoreButton query={query} />
            </>
          );
        }}
      </Loaded>
    </OfferingsPage>
  );
}

function OfferingsTable({ rows }: { rows: readonly Offering[] }) {
  const { offerings } = useMessages('office');
  const { none } = useMessages('common');
  const { columns } = offerings;
  const format = useFormat();
  return (
    <Table
      caption={offerings.title}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          label: columns.title,
          cell: ({ id, title }) => (
            <Link to="/offerings/$offeringId" params={{ offeringId: id }}>
              {title}
            </Link>
          ),
        },
        { key: 'state', label: columns.state, cell: (offering) => <OfferingChip offering={offering} /> },
        { key: 'starts', label: columns.starts, cell: ({ startsAt }) => format.date(startsAt) },
        { key: 'ends', label: columns.ends, cell: ({ endsAt }) => (endsAt ? format.date(endsAt) : none) },
        { key: 'seats', label: columns.seats, isNumber: true, cell: ({ seats }) => offerings.seats(seats) },
      ]}
    />
  );
}
