import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, read, type View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { Loaded } from '../../../ui/Loaded';
import { MoreButton } from '../../../ui/MoreButton';
import { Card } from '../../../ui/Page';
import { type Column, Table } from '../../../ui/Table';
import { tell } from '../../../ui/toast';
import styles from '../institution.module.css';
import { deadLettersQuery, healthQuery } from './queries';

type DeadLetter = View<'DeadLetterView'>;

export function DeadLetters() {
  const { health } = useMessages('operations');
  const format = useFormat();
  const query = useInfiniteQuery(deadLettersQuery);
  const nameOf = useJobName();
  const columns: Column<DeadLetter>[] = [
    { key: 'job', label: health.job, cell: ({ job }) => nameOf(job) },
    { key: 'given', label: health.given, cell: ({ deadAt }) => format.dateTime(deadAt) },
    { key: 'attempts', label: health.attempts, isNumber: true, cell: ({ attempts }) => format.number(attempts) },
    { key: 'reason', label: health.reason, cell: ({ reason }) => <span lang="en">{reason}</span> },
    { key: 'redrive', label: health.redrive, cell: (letter) => <Redrive letter={letter} /> },
  ];
  return (
    <Card title={health.letters}>
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <p>{health.noLetters}</p>;
          return (
            <>
              <p className={styles['quiet']}>{health.lettersLead}</p>
              <Table caption={health.letters} columns={columns} rows={rows} rowKey={({ id }) => id} />
            </>
          );
        }}
      </Loaded>
      <MoreButton query={query} />
    </Card>
  );
}

function Redrive({ letter: { id, job } }: { letter: DeadLetter }) {
  const { health } = useMessages('operations');
  const nameOf = useJobName();
  const queries = useQueryClient();
  const redrive = useMutation({
    mutationFn: () => read(api.POST('/api/v1/dead-letters/{id}/redrives', { params: { path: { id } } })),
    onSuccess: async () => {
      tell(health.redriven);
      await queries.invalidateQueries({ queryKey: healthQuery.queryKey });
    },
  });
  return (
    <Button aria-label={health.redriveOne(nameOf(job))} isPending={redrive.isPending} onPress={() => redrive.mutate()}>
      {health.redrive}
    </Button>
  );
}

function useJobName(): (job: DeadLetter['job']) => string {
  const { health } = useMessages('operations');
  return (job) => (job === null ? health.earlierJob : health.jobNames[job]);
}
