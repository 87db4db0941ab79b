import { useId } from 'react';
import type { View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { TextArea } from '../../ui/fields';
import { BankMenu } from './BankMenu';
import styles from './grading.module.css';
import type { CriterionNote } from './notes';
import type { Bank } from './use-bank';

export interface CriterionProps {
  criterion: View<'CriterionView'>;
  note: CriterionNote;
  onChange: (change: Partial<CriterionNote>) => void;
  /** What was found in the attempt before. */
  before: View<'CriterionRatingDto'> | undefined;
  bank: Bank;
  /** Keys go to it. */
  isCurrent: boolean;
  onFocus: () => void;
  isDisabled: boolean;
  isCommenting: boolean;
  onComment: () => void;
}

export function Criterion(props: CriterionProps) {
  const { criterion, note, onChange, before, bank, isCurrent, onFocus, isDisabled, isCommenting, onComment } = props;
  const { rubric } = useMessages('grading');
  const format = useFormat();
  const id = useId();
  const previous = criterion.ratings.find((rating) => rating.id === before?.ratingId);
  return (
    // Only tells where the focus is inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      className={isCurrent ? `${styles['criterion']} ${styles['current']}` : styles['criterion']}
      data-criterion
      onFocus={onFocus}
      aria-describedby={`${id}-about`}
    >
      <legend>{criterion.title}</legend>
      <div id={`${id}-about`} className={styles['about']}>
        {criterion.description && <p>{criterion.description}</p>}
        {criterion.mustPassPoints !== null && <p>{rubric.mustPass(format.number(criterion.mustPassPoints))}</p>}
        {previous && (
          <p>
            {rubric.before}: {previous.title}
            {before?.comment && ` – ${before.comment}`}
          </p>
        )}
      </div>
      <div className={styles['ratings']}>
        {criterion.ratings.map((rating, index) => (
          <label key={rating.id} className={styles['rating']}>
            <input
              type="radio"
              name={id}
              checked={note.ratingId === rating.id}
              onChange={() => onChange({ ratingId: rating.id })}
            />
            <kbd aria-hidden>{index + 1}</kbd>
            <span>
              <strong>{rating.title}</strong>{' '}
              <span className={styles['quiet']}>{rubric.pointsOf(rating.points, format.number(rating.points))}</span>
              {rating.description && <span className={styles['description']}> {rating.description}</span>}
            </span>
          </label>
        ))}
      </div>
      {isCommenting || note.comment !== '' ? (
        <div>
          <TextArea
            label={`${rubric.comment}: ${criterion.title}`}
            rows={2}
            maxLength={5_000}
            value={note.comment}
            onChange={(comment) => onChange({ comment })}
          />
          <BankMenu
            bank={bank}
            criterionId={criterion.id}
            label={criterion.title}
            text={note.comment}
            onChange={(comment) => onChange({ comment })}
          />
        </div>
      ) : isDisabled ? null : (
        <div>
          <Button look="quiet" aria-label={`${rubric.addComment}: ${criterion.title}`} onPress={onComment}>
            {rubric.addComment}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
