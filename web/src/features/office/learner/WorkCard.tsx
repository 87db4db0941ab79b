import { useQuery } from '@tanstack/react-query';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Loaded } from '../../../ui/Loaded';
import { Chip, type Tone } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';
import { Table } from '../../../ui/Table';
import { standingVerdict } from './standing-verdict';
import { workQuery } from './queries';

type Attempt = View<'AttemptView'>;

const TONES: Record<View<'VerdictView'>['verdict'], Tone> = { passed: 'good', returned: 'warn', failed: 'bad' };

/** What was handed in, and what became of it. */
export function WorkCard({ enrollmentId }: { enrollmentId: string }) {
  const { project: texts } = useMessages('enrollment');
  const format = useFormat();
  const query = useQuery(workQuery(enrollmentId));
  return (
    <Card title={texts.title}>
      <Loaded query={query}>
        {({ attempts, state }) => (
          <>
            {attempts.length === 0 ? (
              <p>
                {texts.states[state]} {texts.empty}
              </p>
            ) : (
              <Table
                caption={texts.caption}
                rows={attempts}
                rowKey={({ id }) => id}
                columns={[
                  { key: 'number', label: texts.columns.number, cell: ({ number }) => format.number(number) },
                  {
                    key: 'submitted',
                    label: texts.columns.submitted,
                    cell: ({ submittedAt, lateness }) => (
                      <>
                        {format.dateTime(submittedAt)} {lateness.status === 'late' && <Chip tone="warn">{texts.late}</Chip>}
                      </>
                    ),
                  },
                  { key: 'verdict', label: texts.columns.verdict, cell: (attempt) => <Outcome attempt={attempt} /> },
                  {
                    key: 'points',
                    label: texts.columns.points,
                    cell: (attempt) => {
                      const verdict = standingVerdict(attempt);
                      return verdict ? texts.points(format.number(verdict.points), format.number(verdict.maxPoints)) : '–';
                    },
                  },
                  {
                    key: 'decided',
                    label: texts.columns.decided,
                    cell: (attempt) => {
                      const verdict = standingVerdict(attempt);
                      return verdict ? format.dateTime(verdict.decidedAt) : '–';
                    },
                  },
                ]}
              />
            )}
          </>
        )}
      </Loaded>
    </Card>
  );
}

function Outcome({ attempt }: { attempt: Attempt }) {
  const { project: texts } = useMessages('enrollment');
  const verdict = standingVerdict(attempt);
  if (verdict) return <Chip tone={TONES[verdict.verdict]}>{texts.verdicts[verdict.verdict]}</Chip>;
  if (attempt.withdrawnAt) return texts.withdrawn;
  return attempt.gradingStartedAt ? texts.grading : texts.waiting;
}
