import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Chip, type Tone } from '../../../ui/Notice';
import { EmptyState } from '../../../ui/Page';
import { type Column, Table } from '../../../ui/Table';
import type { Score, ScoreState } from './queries';
import { ResendButton } from './ResendButton';
import { usePoints } from './use-points';

const TONES: Record<ScoreState, Tone> = { waiting: 'plain', arrived: 'good', awaiting_grade: 'plain', parked: 'warn' };

/** What each person should have in a column, and whether the platform has it. */
export function Scores({ columnId, rows, isAll }: { columnId: string; rows: readonly Score[]; isAll: boolean }) {
  const { gradebook } = useMessages('platforms');
  const format = useFormat();
  const points = usePoints();
  if (rows.length === 0) return <EmptyState title={gradebook.noScores}>{isAll ? gradebook.noScoresText : null}</EmptyState>;
  const columns: Column<Score>[] = [
    { key: 'person', label: gradebook.person, cell: ({ personName }) => personName },
    { key: 'score', label: gradebook.score, isNumber: true, cell: ({ score, standing }) => points(score, standing) },
    {
      key: 'state',
      label: gradebook.state,
      cell: ({ state, parked, attempts, nextAttemptAt }) => (
        <>
          <Chip tone={TONES[state]}>{gradebook.states[state]}</Chip> {parked && gradebook.because[parked]}
          {state === 'awaiting_grade' && ` ${gradebook.gradeFollows}`}
          {state === 'waiting' && attempts > 0 && nextAttemptAt && gradebook.next(attempts, format.dateTime(nextAttemptAt))}
        </>
      ),
    },
    { key: 'sent', label: gradebook.sent, cell: ({ sentAt }) => (sentAt ? format.dateTime(sentAt) : '–') },
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
  return <Table caption={gradebook.scores} columns={columns} rows={rows} rowKey={({ identityId }) => identityId} />;
}
