import type { View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Chip } from '../../ui/Notice';
import { Card } from '../../ui/Page';
import styles from './grading.module.css';
import { SubmittedFile } from './SubmittedFile';
import { VerdictChip } from './VerdictChip';
import { VerdictHistory } from './VerdictHistory';

/** What the learner handed in before, newest first, and what was said of it. */
export function EarlierAttempts({ grading: { earlierAttempts, rubric } }: { grading: View<'GradingView'> }) {
  const { room } = useMessages('grading');
  const format = useFormat();
  if (earlierAttempts.length === 0) return null;
  return (
    <Card title={room.earlier}>
      {earlierAttempts.toReversed().map((attempt) => {
        const standing = attempt.verdicts.at(-1);
        return (
          <details key={attempt.id} className={styles['fold']}>
            <summary>
              {room.attempt(attempt.number)}, {format.date(attempt.submittedAt)}{' '}
              {standing ? (
                <VerdictChip verdict={standing.verdict} />
              ) : (
                <Chip>{attempt.withdrawnAt ? room.takenBack : room.noVerdict}</Chip>
              )}
            </summary>
            <div className={styles['part']}>
              <VerdictHistory verdicts={attempt.verdicts} rubric={rubric} />
              {attempt.text && <p className={styles['plain']}>{attempt.text}</p>}
              {attempt.links.map((link) => (
                <p key={link}>{link}</p>
              ))}
              {attempt.files.map((file) => (
                <SubmittedFile key={file.id} attemptId={attempt.id} file={file} />
              ))}
            </div>
          </details>
        );
      })}
    </Card>
  );
}
