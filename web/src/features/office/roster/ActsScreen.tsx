import { useInfiniteQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Loaded } from '../../../ui/Loaded';
import { MoreButton } from '../../../ui/MoreButton';
import { Chip } from '../../../ui/Notice';
import { EmptyState, Page } from '../../../ui/Page';
import { Table } from '../../../ui/Table';
import { actsQuery } from './queries';

export const actsRoute = createLazyRoute('/enrollment-acts')({ component: ActsScreen });

/** Acts on many places, newest first: to come back to. */
function ActsScreen() {
  const { title, acts: texts, kinds } = useMessages('roster');
  const format = useFormat();
  const query = useInfiniteQuery(actsQuery);
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page title={texts.title} crumbs={[{ label: title, to: '/enrollments' }]}>
      <Loaded query={query}>
        {() =>
          rows.length === 0 ? (
            <EmptyState title={texts.empty}>{texts.emptyText}</EmptyState>
          ) : (
            <Table
              caption={texts.title}
              rows={rows}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'kind',
                  label: texts.one,
                  cell: ({ id, kind }) => (
                    <Link to="/enrollment-acts/$actId" params={{ actId: id }}>
                      {kinds[kind]}
                    </Link>
                  ),
                },
                { key: 'when', label: texts.when, cell: ({ requestedAt }) => format.dateTime(requestedAt) },
                { key: 'total', label: texts.places, isNumber: true, cell: ({ total }) => format.number(total) },
                { key: 'state', label: texts.state, cell: ({ state }) => <Chip>{texts.states[state]}</Chip> },
              ]}
            />
          )
        }
      </Loaded>
      <MoreButton query={query} />
    </Page>
  );
}
