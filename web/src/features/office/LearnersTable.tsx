import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { Progress } from '../../ui/Progress';
import { Table } from '../../ui/Table';
import { StateOfPlace } from './StateOfPlace';
import { WithdrawQuestion } from './WithdrawQuestion';

type Learner = View<'LearnerProgressView'>;

export function LearnersTable({ rows, mayWithdraw }: { rows: readonly Learner[]; mayWithdraw: boolean }) {
  const { learners } = useMessages('office');
  const { columns } = learners;
  const format = useFormat();
  const [leaving, setLeaving] = useState<Learner | null>(null);
  const canLeave = ({ state }: Learner) => mayWithdraw && (state === 'active' || state === 'waitlisted' || state === 'invited');
  return (
    <>
      <Table
        caption={learners.title}
        rows={rows}
        rowKey={({ enrollmentId }) => enrollmentId}
        columns={[
          {
            key: 'name',
            label: columns.name,
            cell: ({ personName, enrollmentId }) => (
              <Link to="/enrollments/$enrollmentId" params={{ enrollmentId }}>
                {personName}
              </Link>
            ),
          },
          {
            key: 'state',
            label: columns.state,
            cell: ({ state }) => <StateOfPlace state={state} />,
          },
          {
            key: 'progress',
            label: columns.progress,
            cell: ({ progress, personName }) => <Progress label={`${columns.progress}: ${personName}`} share={progress.share} />,
          },
          { key: 'project', label: columns.project, cell: ({ project }) => learners.project[project] },
          {
            key: 'last',
            label: columns.last,
            cell: ({ lastActivityAt }) => (lastActivityAt ? format.relative(lastActivityAt) : learners.never),
          },
          ...(mayWithdraw
            ? [
                {
                  key: 'acts',
                  label: columns.acts,
                  cell: (learner: Learner) =>
                    canLeave(learner) && (
                      <Button
                        look="quiet"
                        aria-label={learners.withdrawLabel(learner.personName)}
                        onPress={() => setLeaving(learner)}
                      >
                        {learners.withdraw}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      {leaving && <WithdrawQuestion learner={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}
