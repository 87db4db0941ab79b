import { useInfiniteQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { EmailAddress } from '../../../ui/EmailAddress';
import { Loaded } from '../../../ui/Loaded';
import { MoreButton } from '../../../ui/MoreButton';
import { Chip, type Tone } from '../../../ui/Notice';
import { EmptyState, Page } from '../../../ui/Page';
import { SecondLine } from '../../../ui/SecondLine';
import { Table } from '../../../ui/Table';
import { type Erasure, erasuresQuery } from '../queries';
import { AskDialog } from './AskDialog';
import { RefuseDialog } from './RefuseDialog';

export const erasuresRoute = createLazyRoute('/people/erasures')({ component: ErasuresScreen });

const TONES: Record<Erasure['state'], Tone> = {
  waiting: 'warn',
  cancelled: 'plain',
  refused: 'bad',
  running: 'warn',
  done: 'good',
};

function ErasuresScreen() {
  const { erasures: texts } = useMessages('privacy');
  const { people } = useMessages('office');
  const [asking, setAsking] = useState(false);
  const [refusing, setRefusing] = useState<Erasure | null>(null);
  const query = useInfiniteQuery(erasuresQuery);
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      crumbs={[{ label: people.title, to: '/people' }]}
      actions={<Button onPress={() => setAsking(true)}>{texts.ask}</Button>}
    >
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          return rows.length === 0 ? (
            <EmptyState title={texts.empty}>{texts.emptyText}</EmptyState>
          ) : (
            <>
              <ErasuresTable rows={rows} onRefuse={setRefusing} />
              <MoreButton query={query} />
            </>
          );
        }}
      </Loaded>
      <AskDialog isOpen={asking} onClose={() => setAsking(false)} />
      {refusing && <RefuseDialog erasure={refusing} onClose={() => setRefusing(null)} />}
    </Page>
  );
}

function ErasuresTable({ rows, onRefuse }: { rows: readonly Erasure[]; onRefuse: (erasure: Erasure) => void }) {
  const { erasures: texts } = useMessages('privacy');
  const { none } = useMessages('common');
  const format = useFormat();
  const { columns } = texts;
  return (
    <Table
      caption={texts.title}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'who',
          label: columns.who,
          cell: ({ name, email }) => (
            <>
              {name ?? none}
              {email && (
                <SecondLine>
                  <EmailAddress address={email} />
                </SecondLine>
              )}
            </>
          ),
        },
        {
          key: 'state',
          label: columns.state,
          cell: ({ state, refusal, byInstitution }) => (
            <>
              <Chip tone={TONES[state]}>{texts.states[state]}</Chip>{' '}
              {refusal ? texts.reasons[refusal] : state === 'waiting' && byInstitution ? texts.byUs : null}
            </>
          ),
        },
        { key: 'due', label: columns.due, cell: ({ dueAt }) => format.date(dueAt) },
        { key: 'badges', label: columns.badges, cell: ({ badges }) => texts.badges[badges] },
        {
          key: 'acts',
          label: columns.acts,
          cell: (erasure) =>
            erasure.can.refuse && (
              <Button look="quiet" aria-label={texts.refuseThis(erasure.name ?? none)} onPress={() => onRefuse(erasure)}>
                {texts.refuse}
              </Button>
            ),
        },
      ]}
    />
  );
}
