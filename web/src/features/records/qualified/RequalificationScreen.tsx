import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Loaded } from '../../../ui/Loaded';
import { MoreButton } from '../../../ui/MoreButton';
import { Chip, Notice, type Tone } from '../../../ui/Notice';
import { Card, Page } from '../../../ui/Page';
import { Progress } from '../../../ui/Progress';
import { type Column, Table } from '../../../ui/Table';
import { OfficeOnly } from '../OfficeOnly';
import styles from '../records.module.css';
import { type Requalification, requalificationQuery, requalificationRowsQuery } from './queries';

export const requalificationRoute = createLazyRoute('/requalifications/$requalificationId')({ component: RequalificationScreen });

type Row = View<'RequalificationRowView'>;

const TONES: Record<Row['outcome'], Tone> = { waiting: 'plain', awarded: 'good', changed: 'warn' };

function RequalificationScreen() {
  const { qualified } = useMessages('awards');
  const { requalificationId } = requalificationRoute.useParams();
  const query = useQuery(requalificationQuery(requalificationId));
  const editionId = query.data?.editionId;
  return (
    <OfficeOnly title={qualified.title}>
      <Page
        title={query.data ? qualified.one(query.data.total) : qualified.title}
        crumbs={
          editionId ? [{ label: qualified.title, to: '/editions/$editionId/newly-qualified/awards', params: { editionId } }] : []
        }
      >
        <Loaded query={query}>
          {(run) => (
            <>
              <Standing run={run} />
              <Rows run={run} />
            </>
          )}
        </Loaded>
      </Page>
    </OfficeOnly>
  );
}

function Standing({ run }: { run: Requalification }) {
  const { qualified } = useMessages('awards');
  const format = useFormat();
  const { state, total, counts, reason, finishedAt } = run;
  const done = total - counts.waiting;
  return (
    <Card title={qualified.states[state]}>
      <div role="status">
        {state === 'running' && <p>{qualified.leave}</p>}
        {finishedAt && <p>{qualified.finished(format.dateTime(finishedAt))}</p>}
      </div>
      <Progress label={qualified.progress} share={done / Math.max(1, total)}>
        {qualified.done(done, total)}
      </Progress>
      {counts.changed > 0 && <Notice tone="warn">{qualified.changedSays(counts.changed)}</Notice>}
      <p className={styles['plain']}>
        {qualified.reason}: {reason}
      </p>
    </Card>
  );
}

/** What became of each person. */
function Rows({ run }: { run: Requalification }) {
  const { qualified } = useMessages('awards');
  const { completions } = useMessages('records');
  const query = useInfiniteQuery(requalificationRowsQuery(run.id, run.state === 'running'));
  const columns: Column<Row>[] = [
    { key: 'name', label: completions.person, cell: ({ personName }) => personName || completions.unknown },
    {
      key: 'outcome',
      label: qualified.state,
      cell: ({ outcome }) => <Chip tone={TONES[outcome]}>{qualified.outcomes[outcome]}</Chip>,
    },
    {
      key: 'why',
      label: qualified.why,
      cell: ({ reasons }) => reasons.map(({ key, words }) => qualified.reasons[key] ?? words).join(' '),
    },
  ];
  return (
    <>
      <Loaded query={query}>
        {({ pages }) => (
          <Table
            caption={qualified.awards}
            columns={columns}
            rows={pages.flatMap(({ items }) => items)}
            rowKey={({ enrollmentId }) => enrollmentId}
          />
        )}
      </Loaded>
      <MoreButton query={query} />
    </>
  );
}
