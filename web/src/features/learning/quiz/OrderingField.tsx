import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { ordered } from './answers';
import shared from '../learning.module.css';
import styles from './quiz.module.css';

interface OrderingFieldProps {
  items: readonly View<'QuestionPartView'>[];
  /** As ordered so far; empty: not answered. */
  itemIds: readonly string[];
  onOrder: (itemIds: string[]) => void;
}

/** Items to be put in order, one step at a time, by mouse and keyboard alike. */
export function OrderingField({ items, itemIds, onOrder }: OrderingFieldProps) {
  const { quiz } = useMessages('learning');
  const format = useFormat();
  const [told, setTold] = useState('');
  const shown = ordered(items, itemIds);
  const ids = shown.map(({ id }) => id);
  const move = (from: number, by: -1 | 1) => {
    const next = ids.toSpliced(from, 1).toSpliced(from + by, 0, ids[from] ?? '');
    onOrder(next);
    setTold(quiz.moved(shown[from]?.text ?? '', format.number(from + by + 1)));
  };
  return (
    <div className={styles['group']}>
      <p>{quiz.putInOrder}</p>
      <ol className={styles['order']}>
        {shown.map(({ id, text }, index) => (
          <li key={id}>
            <div className={styles['item']}>
              <span>{text}</span>
              <span className={styles['moves']}>
                <Button
                  look="quiet"
                  icon={<ArrowUp aria-hidden />}
                  aria-label={quiz.moveUp(text)}
                  isDisabled={index === 0}
                  onPress={() => move(index, -1)}
                />
                <Button
                  look="quiet"
                  icon={<ArrowDown aria-hidden />}
                  aria-label={quiz.moveDown(text)}
                  isDisabled={index === shown.length - 1}
                  onPress={() => move(index, 1)}
                />
              </span>
            </div>
          </li>
        ))}
      </ol>
      {itemIds.length === 0 && (
        <div>
          <Button onPress={() => onOrder(ids)}>{quiz.inOrder}</Button>
        </div>
      )}
      <span role="status" className={shared['hidden']}>
        {told}
      </span>
    </div>
  );
}
