import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newIdempotencyKey, read, type View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { Chip, type Tone } from '../../ui/Notice';
import { Progress } from '../../ui/Progress';
import { Question } from '../../ui/Question';
import { Table } from '../../ui/Table';
import { tell } from '../../ui/toast';
import type { EnrollmentState } from './queries';

type Learner = View<'LearnerProgressView'>;

const TONES: Partial<Record<EnrollmentState, Tone>> = { active: 'good', completed: 'good', waitlisted: 'warn' };

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
          { key: 'name', label: columns.name, cell: ({ personName }) => personName },
          {
            key: 'state',
            label: columns.state,
            cell: ({ state }) => <Chip tone={TONES[state] ?? 'plain'}>{learners.states[state]}</Chip>,
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

function WithdrawQuestion({ learner, onClose }: { learner: Learner; onClose: () => void }) {
  const { learners } = useMessages('office');
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () =>
      read(
        api.POST('/api/v1/enrollments/{id}/withdrawal', {
          params: { path: { id: learner.enrollmentId } },
          headers: newIdempotencyKey(),
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['offerings'] });
      tell(learners.withdrawn(learner.personName));
      onClose();
    },
  });
  return (
    <Question
      title={learners.withdrawQuestion(learner.personName)}
      isOpen
      onClose={onClose}
      yes={learners.withdraw}
      act={withdraw}
      look="danger"
    >
      {learners.withdrawText}
    </Question>
  );
}
