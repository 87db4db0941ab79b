import { useInfiniteQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import type { View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Loaded } from '../../ui/Loaded';
import { Chip } from '../../ui/Notice';
import { EmptyState, Page } from '../../ui/Page';
import { type Column, Table } from '../../ui/Table';
import { CredentialTabs } from './CredentialTabs';
import { MoreButton } from './MoreButton';
import { OfficeOnly } from './OfficeOnly';
import { revocationsQuery } from './queries';

export const revocationsRoute = createLazyRoute('/credentials/revocations')({ component: RevocationsScreen });

function RevocationsScreen() {
  const { revocations: messages, credentials } = useMessages('records');
  return (
    <OfficeOnly title={messages.title}>
      <Page title={messages.title} crumbs={[{ label: credentials.title, to: '/credentials' }]} lead={messages.lead}>
        <CredentialTabs />
        <Revocations />
      </Page>
    </OfficeOnly>
  );
}

function Revocations() {
  const { revocations: messages } = useMessages('records');
  const query = useInfiniteQuery(revocationsQuery);
  const format = useFormat();
  const columns: Column<View<'RevocationsView'>>[] = [
    {
      key: 'requestedAt',
      label: messages.requested,
      cell: ({ id, requestedAt }) => showPlan(id, format.dateTime(requestedAt)),
    },
    { key: 'reason', label: messages.reason, cell: ({ reason }) => reason },
    { key: 'total', label: messages.total, cell: ({ total }) => format.number(total), isNumber: true },
    { key: 'state', label: messages.state, cell: ({ state }) => showState(messages.states[state]) },
  ];
  return (
    <>
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <EmptyState title={messages.empty}>{messages.emptyHelp}</EmptyState>;
          return <Table caption={messages.caption} columns={columns} rows={rows} rowKey={({ id }) => id} />;
        }}
      </Loaded>
      <MoreButton query={query} />
    </>
  );
}

function showPlan(revocationId: string, when: string) {
  return (
    <Link to="/credentials/revocations/$revocationId" params={{ revocationId }}>
      {when}
    </Link>
  );
}

function showState(words: string) {
  return <Chip>{words}</Chip>;
}
