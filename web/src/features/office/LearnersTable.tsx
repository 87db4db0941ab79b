import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { Progress } from '../../ui/Progress';
import { type LongColumn, VirtualTable, type VirtualTableProps } from '../../ui/VirtualTable';
import { StateOfPlace } from './StateOfPlace';
import { WithdrawQuestion } from './WithdrawQuestion';

type Learner = View<'LearnerProgressView'>;

interface Props extends Pick<VirtualTableProps<Learner>, 'rows' | 'of' | 'query' | 'total'> {
  mayWithdraw: boolean;
}

export function LearnersTable({ mayWithdraw, ...list }: Props) {
  const { learners } = useMessages('office');
  const { columns } = learners;
  const format = useFormat();
  const [leaving, setLeaving] = useState<Learner | null>(null);
  const canLeave = ({ state }: Learner) => mayWithdraw && (state === 'active' || state === 'waitlisted' || state === 'invited');
  const acts: LongColumn<Learner> = {
    key: 'acts',
    label: columns.acts,
    width: [8, 1],
    cell: (learner) =>
      canLeave(learner) && (
        <Button look="quiet" aria-label={learners.withdrawLabel(learner.personName)} onPress={() => setLeaving(learner)}>
          {learners.withdraw}
        </Button>
      ),
  };
  return (
    <>
      <VirtualTable
        caption={learners.title}
        {...list}
        rowKey={({ enrollmentId }) => enrollmentId}
        columns={[
          {
            key: 'name',
            label: columns.name,
            width: [12, 3],
            cell: ({ personName, enrollmentId }) => (
              <Link to="/enrollments/$enrollmentId" params={{ enrollmentId }}>
                {personName}
              </Link>
            ),
          },
          {
            key: 'state',
            label: columns.state,
            width: [8, 1],
            cell: ({ state }) => <StateOfPlace state={state} />,
          },
          {
            key: 'progress',
            label: columns.progress,
            width: [12, 2],
            cell: ({ progress, personName }) => <Progress label={`${columns.progress}: ${personName}`} share={progress.share} />,
          },
          { key: 'project', label: columns.project, width: [8, 1], cell: ({ project }) => learners.project[project] },
          {
            key: 'last',
            label: columns.last,
            width: [9, 1],
            cell: ({ lastActivityAt }) => (lastActivityAt ? format.relative(lastActivityAt) : learners.never),
          },
          ...(mayWithdraw ? [acts] : []),
        ]}
      />
      {leaving && <WithdrawQuestion learner={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}
