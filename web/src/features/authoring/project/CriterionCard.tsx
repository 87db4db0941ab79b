import { Plus, Trash2 } from 'lucide-react';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { TextArea, TextField } from '../../../ui/fields';
import { LimitInput, NumberInput } from '../document/NumberInput';
import { OrderButtons } from '../document/OrderButtons';
import { withChanged, without } from '../document/lists';
import { type Criterion, newPartId, type Rating } from '../types';
import type { Wrong } from '../quiz/use-wrong';
import { bestPoints } from './new-rubric';
import styles from './project.module.css';

interface CriterionCardProps {
  criterion: Criterion;
  index: number;
  count: number;
  wrong: Wrong;
  onChange: (change: (criterion: Criterion) => Criterion) => void;
  onMove: (to: number) => void;
  onCopy: () => void;
  onRemove: () => void;
}

/** One row of the rubric: what is looked at, and its ratings side by side where there is room. */
export function CriterionCard(props: CriterionCardProps) {
  const { criterion, index, count, wrong, onChange, onMove, onCopy, onRemove } = props;
  const { rubric } = useMessages('authoring');
  const path = `/rubric/criteria/${index}`;
  const name = criterion.title || rubric.criterion(index + 1);
  const set = (changes: Partial<Criterion>) => onChange((now) => ({ ...now, ...changes }));
  return (
    <li className={styles['criterion']}>
      <fieldset className={styles['fieldset']}>
        <legend className={styles['hidden']}>{name}</legend>
        <div className={styles['head']}>
          <h3>{rubric.criterion(index + 1)}</h3>
          <OrderButtons of={name} index={index} count={count} onMove={onMove} onCopy={onCopy} onRemove={onRemove} />
        </div>
        <div className={styles['about']}>
          <TextField
            label={rubric.criterionTitle}
            error={wrong.at(`${path}/title`)}
            value={criterion.title}
            maxLength={200}
            onChange={(title) => set({ title })}
          />
          <TextField
            label={rubric.criterionDescription}
            isOptional
            value={criterion.description}
            maxLength={2_000}
            onChange={(description) => set({ description })}
          />
        </div>
        <ol className={styles['ratings']}>
          {criterion.ratings.map((rating, place) => (
            <RatingFields
              key={rating.id}
              rating={rating}
              number={place + 1}
              wrong={wrong}
              path={`${path}/ratings/${place}`}
              onChange={(changes) =>
                onChange((now) => ({ ...now, ratings: withChanged(now.ratings, rating.id, (one) => ({ ...one, ...changes })) }))
              }
              onRemove={() => onChange((now) => ({ ...now, ratings: without(now.ratings, rating.id) }))}
            />
          ))}
        </ol>
        {wrong.at(`${path}/ratings`) && (
          <p className={styles['error']} role="alert">
            {wrong.at(`${path}/ratings`)}
          </p>
        )}
        <div className={styles['foot']}>
          {criterion.ratings.length < 10 && (
            <Button
              icon={<Plus aria-hidden />}
              onPress={() =>
                onChange((now) => ({
                  ...now,
                  ratings: [...now.ratings, { id: newPartId(), title: '', description: '', points: bestPoints(now) }],
                }))
              }
            >
              {rubric.addRating}
            </Button>
          )}
          <LimitInput
            label={rubric.mustPass}
            unlimited={rubric.notCritical}
            error={wrong.at(`${path}/mustPassPoints`)}
            value={criterion.mustPassPoints}
            first={bestPoints(criterion)}
            min={0}
            max={1_000}
            onChange={(mustPassPoints) => set({ mustPassPoints })}
          />
        </div>
      </fieldset>
    </li>
  );
}

interface RatingFieldsProps {
  rating: Rating;
  number: number;
  wrong: Wrong;
  path: string;
  onChange: (changes: Partial<Rating>) => void;
  onRemove: () => void;
}

function RatingFields({ rating, number, wrong, path, onChange, onRemove }: RatingFieldsProps) {
  const { rubric, fields } = useMessages('authoring');
  return (
    <li className={styles['rating']}>
      <div className={styles['points']}>
        <NumberInput
          label={rubric.points}
          error={wrong.at(`${path}/points`)}
          value={rating.points}
          min={0}
          max={1_000}
          onChange={(points) => onChange({ points })}
        />
        <Button
          look="quiet"
          icon={<Trash2 aria-hidden />}
          aria-label={fields.removeOne(rating.title || rubric.rating(number))}
          onPress={onRemove}
        />
      </div>
      <TextField
        label={rubric.rating(number)}
        error={wrong.at(`${path}/title`)}
        value={rating.title}
        maxLength={200}
        onChange={(title) => onChange({ title })}
      />
      <TextArea
        label={rubric.ratingDescription}
        isOptional
        rows={2}
        value={rating.description}
        maxLength={2_000}
        onChange={(description) => onChange({ description })}
      />
    </li>
  );
}
