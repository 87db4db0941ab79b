import { useQuery } from '@tanstack/react-query';
import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Actions } from '../../../ui/Form';
import { Notice } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import { type Column, Table } from '../../../ui/Table';
import type { Comparison } from './queries';
import { ResendButton } from './ResendButton';
import { usePoints } from './use-points';

/** What the platform shows beside what it was told: somebody may have changed it there. Asked for by hand, since it asks another system. */
export function Compare({ columnId }: { columnId: string }) {
  const { gradebook } = useMessages('platforms');
  const query = useQuery({
    queryKey: ['lti-comparison', columnId],
    queryFn: ({ signal }) => read(api.GET('/api/v1/lti/columns/{id}/results', { params: { path: { id: columnId } }, signal })),
    enabled: false,
  });
  return (
    <Card title={gradebook.comparison}>
      <p>{gradebook.comparisonLead}</p>
      {query.error && <ProblemNotice problem={query.error} />}
      <div role="status">{query.data && <Outcome columnId={columnId} comparison={query.data} />}</div>
      <Actions>
        <Button isPending={query.isFetching} onPress={() => void query.refetch()}>
          {gradebook.compare}
        </Button>
      </Actions>
    </Card>
  );
}

type Compared = Comparison['items'][number];

function Outcome({ columnId, comparison: { problem, items } }: { columnId: string; comparison: Comparison }) {
  const { gradebook } = useMessages('platforms');
  const points = usePoints();
  if (problem) return <Notice tone="warn">{gradebook.problems[problem]}</Notice>;
  const differing = items.filter(({ differs }) => differs);
  if (differing.length === 0) return <Notice tone="good">{gradebook.allAlike(items.length)}</Notice>;
  const columns: Column<Compared>[] = [
    { key: 'person', label: gradebook.person, cell: ({ personName }) => personName },
    { key: 'told', label: gradebook.told, isNumber: true, cell: ({ told, standing }) => points(told, standing) },
    { key: 'shown', label: gradebook.shown, isNumber: true, cell: ({ shown }) => points(shown, null) },
    {
      key: 'act',
      label: gradebook.act,
      cell: ({ identityId, personName }) => (
        <ResendButton of={{ columnId, identityId }} look="quiet" aria-label={gradebook.resendOne(personName)}>
          {gradebook.resend}
        </ResendButton>
      ),
    },
  ];
  return (
    <>
      <p>{gradebook.differ(differing.length, items.length)}</p>
      <Table caption={gradebook.differences} columns={columns} rows={differing} rowKey={({ identityId }) => identityId} />
    </>
  );
}
