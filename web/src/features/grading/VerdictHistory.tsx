import type { View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import styles from './grading.module.css';
import { VerdictChip } from './VerdictChip';

interface Props {
  verdicts: readonly View<'VerdictView'>[];
  rubric: View<'RubricView'>;
}

/** Marks and verdicts of an attempt, the last one first: it stands. */
export function VerdictHistory({ verdicts, rubric }: Props) {
  const { history, markers, room } = useMessages('grading');
  const format = useFormat();
  return (
    <>
      {verdicts.toReversed().map(({ id, verdict, marker, points, maxPoints, decidedAt, feedback, ratings, correctionReason }) => (
        <article key={id} className={styles['verdict']}>
          <p className={styles['chips']}>
            <VerdictChip verdict={verdict} />
            <strong>{room.points(format.number(points), format.number(maxPoints))}</strong>
            <span className={styles['quiet']}>{history.by(markers[marker], format.dateTime(decidedAt))}</span>
          </p>
          {correctionReason && (
            <p>
              {history.because}: {correctionReason}
            </p>
          )}
          {feedback && <p className={styles['plain']}>{feedback}</p>}
          <Found ratings={ratings} rubric={rubric} />
        </article>
      ))}
    </>
  );
}

function Found({ ratings, rubric }: { ratings: View<'VerdictView'>['ratings']; rubric: View<'RubricView'> }) {
  const { rubric: messages } = useMessages('grading');
  return (
    <dl className={styles['found']}>
      {rubric.criteria.map(({ id, title, ratings: choices }) => {
        const found = ratings.find(({ criterionId }) => criterionId === id);
        return (
          <div key={id}>
            <dt>{title}</dt>
            <dd>
              {choices.find((rating) => rating.id === found?.ratingId)?.title ?? messages.notRated}
              {found?.comment && <span className={styles['plain']}> – {found.comment}</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
