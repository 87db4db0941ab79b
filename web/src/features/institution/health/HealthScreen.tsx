import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { Facts } from '../../../ui/Facts';
import { Loaded } from '../../../ui/Loaded';
import { Chip, Notice } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';
import { type Column, Table } from '../../../ui/Table';
import { InstitutionPage } from '../InstitutionPage';
import styles from '../institution.module.css';
import { DeadLetters } from './DeadLetters';
import { healthQuery } from './queries';

export const healthRoute = createLazyRoute('/institution/health')({ component: HealthScreen });

type Health = View<'HealthView'>;

function HealthScreen() {
  const { health } = useMessages('operations');
  const query = useQuery(healthQuery);
  return (
    <InstitutionPage
      title={health.title}
      lead={health.lead}
      actions={
        <Button isPending={query.isFetching && query.data !== undefined} onPress={() => void query.refetch()}>
          {health.again}
        </Button>
      }
    >
      <Loaded query={query}>
        {(found) => (
          <div className={styles['part']}>
            <Verdict {...found} />
            <Checks {...found} />
            <Work {...found} />
            <DeadLetters />
            <Duties {...found} />
            <KnownFacts {...found} />
          </div>
        )}
      </Loaded>
    </InstitutionPage>
  );
}

function Verdict({ checks, queues, isOperator }: Health) {
  const { health } = useMessages('operations');
  const wrong = checks.filter(({ ok }) => !ok).length;
  const needy = wrong + queues.filter(({ setAside }) => setAside > 0).length;
  return (
    <div role="status">
      {needy === 0 ? (
        <Notice tone="good">{health.allWell}</Notice>
      ) : (
        <Notice tone="warn" title={health.somethingWrong(needy)}>
          {wrong > 0 && !isOperator && health.askOperator}
        </Notice>
      )}
    </div>
  );
}

function Checks({ checks, checkedAt }: Health) {
  const { health } = useMessages('operations');
  const format = useFormat();
  return (
    <Card title={health.checks}>
      <p className={styles['quiet']}>{health.checked(format.dateTime(checkedAt))}</p>
      <Facts
        facts={checks.map(({ what, ok, found, advice }) => [
          health.whats[what] ?? what,
          <>
            <Chip tone={ok ? 'good' : 'bad'}>{ok ? health.works : health.broken}</Chip> <span lang="en">{found}</span>
            {advice && <p lang="en">{advice}</p>}
          </>,
        ])}
      />
    </Card>
  );
}

function Work({ queues, isOperator }: Health) {
  const { health } = useMessages('operations');
  const format = useFormat();
  const columns: Column<Health['queues'][number]>[] = [
    { key: 'queue', label: health.queue, cell: ({ queue }) => health.queues[queue] },
    { key: 'waiting', label: health.waiting, isNumber: true, cell: ({ waiting }) => format.number(waiting) },
    { key: 'underWay', label: health.underWay, isNumber: true, cell: ({ underWay }) => format.number(underWay) },
    { key: 'later', label: health.later, isNumber: true, cell: ({ later }) => format.number(later) },
    { key: 'setAside', label: health.setAside, isNumber: true, cell: ({ setAside }) => format.number(setAside) },
    {
      key: 'oldest',
      label: health.oldest,
      cell: ({ oldestDueAt }) => (oldestDueAt ? format.dateTime(oldestDueAt) : health.nothing),
    },
  ];
  return (
    <Card title={health.work}>
      <p className={styles['quiet']}>{isOperator ? health.whole : health.own}</p>
      <Table caption={health.work} columns={columns} rows={queues} rowKey={({ queue }) => queue} />
    </Card>
  );
}

function Duties({ duties }: Health) {
  const { health } = useMessages('operations');
  const format = useFormat();
  const columns: Column<Health['duties'][number]>[] = [
    { key: 'duty', label: health.duty, cell: ({ name }) => health.dutyNames[name] },
    { key: 'last', label: health.lastRun, cell: ({ finishedAt }) => format.dateTime(finishedAt) },
    {
      key: 'outcome',
      label: health.outcome,
      cell: ({ error }) => (error === null ? health.fine : <span lang="en">{error}</span>),
    },
  ];
  return (
    <Card title={health.duties}>
      {duties.length === 0 ? (
        <p>{health.noDuties}</p>
      ) : (
        <Table caption={health.duties} columns={columns} rows={duties} rowKey={({ name }) => name} />
      )}
    </Card>
  );
}

function KnownFacts({ keys, databaseBytes }: Health) {
  const { health } = useMessages('operations');
  const format = useFormat();
  const facts = [
    ...(databaseBytes === null ? [] : [[health.size, format.bytes(databaseBytes)] as const]),
    ...keys.map(({ algorithm, createdAt }) => [health.keySince(algorithm), format.date(createdAt)] as const),
  ];
  if (facts.length === 0) return null;
  return (
    <Card title={health.facts}>
      <Facts facts={facts} />
    </Card>
  );
}
