import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Loaded } from '../../../ui/Loaded';
import { MoreButton } from '../../../ui/MoreButton';
import { EmptyState } from '../../../ui/Page';
import { type Column, Table } from '../../../ui/Table';
import { StateChip } from '../../records/StateChip';
import { InstitutionPage } from '../InstitutionPage';
import { keyCredentialsQuery, keysQuery } from '../queries';

export const keyCredentialsRoute = createLazyRoute('/institution/keys/$keyId')({ component: KeyCredentialsScreen });

type Credential = View<'CredentialView'>;

/** What a key signed, with what became of it. */
function KeyCredentialsScreen() {
  const { keys } = useMessages('institution');
  const { keyId } = keyCredentialsRoute.useParams();
  const format = useFormat();
  const key = useQuery(keysQuery).data?.items.find(({ id }) => id === keyId);
  const query = useInfiniteQuery(keyCredentialsQuery(keyId));
  const columns: Column<Credential>[] = [
    { key: 'name', label: keys.badge, cell: showBadge },
    { key: 'issued', label: keys.signedOn, cell: ({ issuedAt }) => format.dateTime(issuedAt) },
    { key: 'state', label: keys.state, cell: ({ state }) => <StateChip state={state} /> },
  ];
  return (
    <InstitutionPage title={key ? keys.signedBy(key.fragment) : keys.title}>
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <EmptyState title={keys.signedNothing} />;
          return <Table caption={keys.credentials} columns={columns} rows={rows} rowKey={({ id }) => id} />;
        }}
      </Loaded>
      <MoreButton query={query} />
    </InstitutionPage>
  );
}

function showBadge({ id, name }: Credential) {
  return (
    <Link to="/credentials/$credentialId" params={{ credentialId: id }}>
      {name}
    </Link>
  );
}
