import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { EmailAddress } from '../../ui/EmailAddress';
import { Actions } from '../../ui/Form';
import { LinkButton } from '../../ui/LinkButton';
import { Loaded } from '../../ui/Loaded';
import { EmptyState, Page } from '../../ui/Page';
import { SecondLine } from '../../ui/SecondLine';
import { type LongColumn, VirtualTable, type VirtualTableProps } from '../../ui/VirtualTable';
import { CredentialFilters } from './CredentialFilters';
import { CredentialTabs } from './CredentialTabs';
import { OfficeOnly } from './OfficeOnly';
import { PlanRevocation, type RevocationTargets } from './PlanRevocation';
import { credentialsQuery, offeringsQuery } from './queries';
import styles from './records.module.css';
import { StateChip } from './StateChip';

export const credentialsRoute = createLazyRoute('/credentials')({ component: CredentialsScreen });

type Credential = View<'CredentialView'>;

function CredentialsScreen() {
  const { credentials: messages } = useMessages('records');
  return (
    <OfficeOnly title={messages.title}>
      <Page title={messages.title} lead={messages.lead}>
        <CredentialTabs />
        <Credentials />
      </Page>
    </OfficeOnly>
  );
}

function Credentials() {
  const { credentials: messages } = useMessages('records');
  const search = credentialsRoute.useSearch();
  const query = useInfiniteQuery(credentialsQuery(search));
  const offering = useQuery(offeringsQuery).data?.items.find(({ id }) => id === search.offeringId);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [targets, setTargets] = useState<RevocationTargets | null>(null);
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <CredentialFilters search={search} />
      <div className={styles['list']}>
        <Actions>
          <span role="status">{chosen.size > 0 && messages.selected(chosen.size)}</span>
          {chosen.size > 0 && (
            <>
              <Button look="danger" onPress={() => setTargets({ credentialIds: [...chosen] })}>
                {messages.revokeSelected}
              </Button>
              <Button look="quiet" onPress={() => setChosen(new Set())}>
                {messages.clear}
              </Button>
            </>
          )}
          {chosen.size === 0 && offering && rows.some(({ can }) => can.revoke) && (
            <Button look="danger" onPress={() => setTargets({ offeringId: offering.id, title: offering.title })}>
              {messages.revokeOffering}
            </Button>
          )}
        </Actions>
        <Loaded query={query}>{() => <List rows={rows} of={search} query={query} chosen={chosen} onChoose={choose} />}</Loaded>
      </div>
      <PlanRevocation targets={targets} onClose={() => setTargets(null)} />
    </>
  );
}

interface ListProps extends Pick<VirtualTableProps<Credential>, 'rows' | 'of' | 'query'> {
  chosen: ReadonlySet<string>;
  onChoose: (id: string, isChosen: boolean) => void;
}

function List({ rows, of, query, chosen, onChoose }: ListProps) {
  const { credentials: messages } = useMessages('records');
  const format = useFormat();
  if (rows.length === 0 && Object.keys(of).length > 0)
    return (
      <EmptyState
        title={messages.emptyFiltered}
        action={
          <LinkButton to="/credentials" search={{}}>
            {messages.showAll}
          </LinkButton>
        }
      />
    );
  if (rows.length === 0) return <EmptyState title={messages.empty}>{messages.emptyHelp}</EmptyState>;
  const holderOf = ({ holder }: Credential) => holder?.name || messages.gone;
  const columns: LongColumn<Credential>[] = [
    { key: 'holder', label: messages.holder, width: [14, 3], cell: (row) => showHolder(row, holderOf(row)) },
    { key: 'name', label: messages.name, width: [12, 3], cell: (row) => showName(row, messages) },
    { key: 'state', label: messages.state, width: [8, 1], cell: ({ state }) => showState(state) },
    { key: 'issuedAt', label: messages.issued, width: [11, 2], cell: ({ issuedAt }) => format.dateTime(issuedAt) },
    {
      key: 'select',
      label: messages.select,
      width: [7, 1],
      cell: (row) => {
        if (!row.can.revoke) return null;
        const change = (isChosen: boolean) => onChoose(row.id, isChosen);
        return showTick(messages.selectOne(row.name, holderOf(row)), chosen.has(row.id), change);
      },
    },
  ];
  return <VirtualTable caption={messages.caption} columns={columns} rows={rows} rowKey={({ id }) => id} of={of} query={query} />;
}

function showHolder({ id, holder }: Credential, name: string) {
  return (
    <>
      <Link to="/credentials/$credentialId" params={{ credentialId: id }}>
        {name}
      </Link>
      {holder?.email && (
        <SecondLine>
          <EmailAddress address={holder.email} />
        </SecondLine>
      )}
    </>
  );
}

function showName({ name, followsId, followedById }: Credential, words: { follows: string; followed: string }) {
  return (
    <>
      {name}
      {followsId && <SecondLine>{words.follows}</SecondLine>}
      {followedById && <SecondLine>{words.followed}</SecondLine>}
    </>
  );
}

function showState(state: string) {
  return <StateChip state={state} />;
}

function showTick(label: string, isChosen: boolean, onChange: (isChosen: boolean) => void) {
  return (
    <input
      type="checkbox"
      className={styles['tick']}
      aria-label={label}
      checked={isChosen}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
    />
  );
}
