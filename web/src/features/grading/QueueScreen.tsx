import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
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
import { type LongColumn, VirtualTable, type VirtualTableProps } from '../../ui/VirtualTable';
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
        {({ pages }) => (
          <Queue
            rows={pages.flatMap(({ items }) => items)}
            query={query}
            offeringId={offeringId}
            state={state}
            work={work}
            nameOf={learner.name}
          />
        )}
      </Loaded>
    </Page>
  );
}

interface QueueProps extends Pick<VirtualTableProps<Queued>, 'rows' | 'query'> {
  offeringId: string;
  state: QueueState;
  work: Work | undefined;
  nameOf: (learnerName: string, attemptId: string) => string;
}

function Queue({ rows, query, offeringId, state, work, nameOf }: QueueProps) {
  const { queue } = useMessages('grading');
  const columns = useColumns(state, work);
  if (rows.length === 0) return <EmptyState title={queue.empty[state]}>{queue.emptyHelp[state]}</EmptyState>;
  const learner: LongColumn<Queued> = {
    key: 'learner',
    label: queue.learner,
    width: [12, 3],
    cell: ({ attemptId, learnerName }) => showLearner(offeringId, attemptId, nameOf(learnerName, attemptId)),
  };
  return (
    <VirtualTable
      caption={queue.caption[state]}
      columns={[learner, ...columns]}
      rows={rows}
      rowKey={({ attemptId }) => attemptId}
      of={{ offeringId, state }}
      query={query}
      total={work?.[state]}
    />
  );
}

function useColumns(state: QueueState, work: Work | undefined): LongColumn<Queued>[] {
  const { queue, awaits, you, nobody, somebody } = useMessages('grading');
  const { person } = useSession();
  const format = useFormat();
  const holder = ({ lease }: Queued) => {
    if (!lease) return nobody;
    if (lease.assessorId === person.id) return you;
    return work?.claims.find(({ assessorId }) => assessorId === lease.assessorId)?.name || somebody;
  };
  const shared: LongColumn<Queued>[] = [
    { key: 'number', label: queue.attempt, width: [6, 1], cell: ({ number }) => format.number(number), isNumber: true },
    { key: 'submittedAt', label: queue.handedIn, width: [9, 2], cell: ({ submittedAt }) => format.relative(submittedAt) },
  ];
  if (state === 'decided')
    return [
      ...shared,
      {
        key: 'verdict',
        label: queue.verdict,
        width: [9, 2],
        cell: ({ verdict }) => verdict && <VerdictChip verdict={verdict} />,
      },
      {
        key: 'decidedAt',
        label: queue.decidedAt,
        width: [11, 2],
        cell: ({ decidedAt }) => decidedAt && format.dateTime(decidedAt),
      },
    ];
  return [
    ...shared,
    { key: 'awaits', label: queue.state, width: [10, 2], cell: (row) => row.awaits && <Chip>{awaits[row.awaits]}</Chip> },
    { key: 'lease', label: queue.claimedBy, width: [10, 2], cell: holder },
  ];
}

function showLearner(offeringId: string, attemptId: string, name: string) {
  return (
    <Link to="/grading/$offeringId/attempts/$attemptId" params={{ offeringId, attemptId }}>
      {name}
    </Link>
  );
}
