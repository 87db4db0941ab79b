import type { View } from '../../api/client';
import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import { Actions } from '../../ui/Form';
import { Notice } from '../../ui/Notice';
import styles from './grading.module.css';

interface Props {
  theirs: Pick<View<'AssessmentDraftView'>, 'ratings' | 'feedback'>;
  rubric: View<'RubricView'>;
  onSettle: (keep: 'mine' | 'theirs') => void;
}

/** The same notes were changed in another window, or the verdict by somebody else: both are there, one is chosen. */
export function DraftConflict({ theirs, rubric, onSettle }: Props) {
  const { conflict } = useMessages('common');
  return (
    <Notice tone="warn" title={conflict.title}>
      <p>{conflict.explain}</p>
      <div className={styles['verdict']}>
        <p>
          <strong>{conflict.theirsSays}</strong>
        </p>
        <ul>
          {theirs.ratings.map(({ criterionId, ratingId, comment }) => {
            const criterion = rubric.criteria.find(({ id }) => id === criterionId);
            return (
              <li key={criterionId}>
                {criterion?.title}: {criterion?.ratings.find(({ id }) => id === ratingId)?.title}
                {comment && ` – ${comment}`}
              </li>
            );
          })}
        </ul>
        <p className={styles['plain']}>{theirs.feedback}</p>
      </div>
      <Actions>
        <Button onPress={() => onSettle('mine')}>{conflict.mine}</Button>
        <Button onPress={() => onSettle('theirs')}>{conflict.theirs}</Button>
      </Actions>
    </Notice>
  );
}
