import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { LinkButton } from '../../ui/LinkButton';
import { Loaded } from '../../ui/Loaded';
import { Chip } from '../../ui/Notice';
import { EmptyState } from '../../ui/Page';
import { type Column, Table } from '../../ui/Table';
import { InstitutionPage } from '../institution/InstitutionPage';
import { Embedding } from './Embedding';
import { familyOf } from './families';
import { platformsQuery, type PlatformSummary } from './queries';
import { StateChip } from './StateChip';
import { ToolKeys } from './ToolKeys';

export const platformsRoute = createLazyRoute('/institution/platforms')({ component: PlatformsScreen });

function PlatformsScreen() {
  const messages = useMessages('platforms');
  const query = useQuery(platformsQuery);
  const connect = (
    <LinkButton look="primary" to="/institution/platforms/connect">
      {messages.connect}
    </LinkButton>
  );
  return (
    <InstitutionPage title={messages.title} lead={messages.lead} actions={query.data && query.data.items.length > 0 && connect}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={messages.empty} action={connect}>
              {messages.emptyText}
            </EmptyState>
          ) : (
            <>
              <Platforms rows={items} />
              <ToolKeys />
            </>
          )
        }
      </Loaded>
      <Embedding />
    </InstitutionPage>
  );
}

function Platforms({ rows }: { rows: readonly PlatformSummary[] }) {
  const messages = useMessages('platforms');
  const format = useFormat();
  const columns: Column<PlatformSummary>[] = [
    {
      key: 'name',
      label: messages.name,
      cell: ({ id, name, productFamily }) => (
        <>
          <Link to="/institution/platforms/$platformId" params={{ platformId: id }}>
            {name}
          </Link>
          {productFamily !== '' && ` (${nameOf(productFamily)})`}
        </>
      ),
    },
    {
      key: 'state',
      label: messages.state,
      cell: ({ state, pendingDeployments }) => (
        <>
          <StateChip state={state} /> {pendingDeployments > 0 && <Chip tone="warn">{messages.waits(pendingDeployments)}</Chip>}
        </>
      ),
    },
    { key: 'courses', label: messages.courses, isNumber: true, cell: ({ courses }) => format.number(courses) },
    {
      key: 'lastLaunch',
      label: messages.lastLaunch,
      cell: ({ lastLaunchAt }) => (lastLaunchAt ? format.dateTime(lastLaunchAt) : messages.never),
    },
  ];
  const nameOf = (code: string) => (familyOf(code) === 'other' ? code : messages.families[familyOf(code)]);
  return <Table caption={messages.caption} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
