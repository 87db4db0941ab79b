import { type InfiniteData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import type { View } from '../../api/client';
import { useSession } from '../../app/session';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/fields';
import { Loaded } from '../../ui/Loaded';
import { Chip } from '../../ui/Notice';
import { EmptyState, Page } from '../../ui/Page';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { Progress } from '../../ui/Progress';
import { type Column, Table } from '../../ui/Table';
import { useLearnerName } from './learner-name';
import { queueQuery, type QueueState, workQuery } from './queries';
import { StateTabs } from './StateTabs';
import { useTakeNext } from './use-take-next';
import { VerdictChip } from './VerdictChip';

export const queueRoute = createLazyRoute('/grading/$offeringId')({ component: QueueScreen });

type Queued = View<'QueuedAttemptView'>;
type Work = View<'OfferingWorkView'>;

function QueueScreen() {
  const { offeringId } = queueRoute.useParams();
  const { state = 'waiting' } = queueRoute.useSearch();
  const messages = useMessages('grading');
  const common = useMessages('common');
  const work = useQuery(workQuery).data?.items.find((one) => one.offeringId === offeringId);
  const query = useInfiniteQuery(queueQuery(offeringId, state));
  const next = useTakeNext(offeringId);
  const learner = useLearnerName();
  return (
    <Page
      title={work ? messages.queue.title(work.title) : messages.title}
      crumbs={[{ label: messages.title, to: '/grading' }]}
      actions={
        work && work.waiting > 0 ? (
          <Button look="primary" isPending={next.isPending} onPress={() => next.mutate()}>
            {messages.takeNext}
          </Button>
        ) : undefined
      }
    >
      {next.error ? <ProblemNotice problem={next.error} /> : null}
      {work && work.waiting + work.decided > 0 && (
        <Progress label={messages.graded} share={work.decided / (work.waiting + work.decided)}>
          {messages.gradedOf(work.decided, work.waiting + work.decided)}
        </Progress>
      )}
      <StateTabs offeringId={offeringId} />
      <Checkbox
        label={messages.queue.hideNames}
        hint={messages.queue.hideNamesHint}
        value={learner.hidden}
        onChange={learner.hide}
      />
      <Loaded query={query}>
        {(data) => <Queue data={data} offeringId={offeringId} state={state} work={work} nameOf={learner.name} />}
      </Loaded>
      {query.hasNextPage && (
        <div>
          <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {common.more}
          </Button>
        </div>
      )}
    </Page>
  );
}

interface QueueProps {
  data: InfiniteData<{ items: Queued[] }>;
  offeringId: string;
  state: QueueState;
  work: Work | undefined;
  nameOf: (learnerName: string, attemptId: string) => string;
}

function Queue({ data, offeringId, state, work, nameOf }: QueueProps) {
  const { queue } = useMessages('grading');
  const rows = data.pages.flatMap(({ items }) => items);
  const columns = useColumns(state, work);
  if (rows.length === 0) return <EmptyState title={queue.empty[state]}>{queue.emptyHelp[state]}</EmptyState>;
  const learner: Column<Queued> = {
    key: 'learner',
    label: queue.learner,
    cell: ({ attemptId, learnerName }) => showLearner(offeringId, attemptId, nameOf(learnerName, attemptId)),
  };
  return (
    <Table caption={queue.caption[state]} columns={[learner, ...columns]} rows={rows} rowKey={({ attemptId }) => attemptId} />
  );
}

function useColumns(state: QueueState, work: Work | undefined): Column<Queued>[] {
  const { queue, awaits, you, nobody, somebody } = useMessages('grading');
  const { person } = useSession();
  const format = useFormat();
  const holder = ({ lease }: Queued) => {
    if (!lease) return nobody;
    if (lease.assessorId === person.id) return you;
    return work?.claims.find(({ assessorId }) => assessorId === lease.assessorId)?.name || somebody;
  };
  const shared: Column<Queued>[] = [
    { key: 'number', label: queue.attempt, cell: ({ number }) => format.number(number), isNumber: true },
    { key: 'submittedAt', label: queue.handedIn, cell: ({ submittedAt }) => format.relative(submittedAt) },
  ];
  if (state === 'decided')
    return [
      ...shared,
      { key: 'verdict', label: queue.verdict, cell: ({ verdict }) => verdict && <VerdictChip verdict={verdict} /> },
      { key: 'decidedAt', label: queue.decidedAt, cell: ({ decidedAt }) => decidedAt && format.dateTime(decidedAt) },
    ];
  return [
    ...shared,
    { key: 'awaits', label: queue.state, cell: (row) => row.awaits && <Chip>{awaits[row.awaits]}</Chip> },
    { key: 'lease', label: queue.claimedBy, cell: holder },
  ];
}

function showLearner(offeringId: string, attemptId: string, name: string) {
  return (
    <Link to="/grading/$offeringId/attempts/$attemptId" params={{ offeringId, attemptId }}>
      {name}
    </Link>
  );
}
