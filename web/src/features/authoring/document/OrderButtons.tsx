import { ArrowDown, ArrowUp, Copy, Trash2 } from 'lucide-react';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import styles from './document.module.css';

interface OrderButtonsProps {
  /** What is moved, in words. */
  of: string;
  index: number;
  count: number;
  onMove: (to: number) => void;
  onCopy?: (() => void) | undefined;
  onRemove?: (() => void) | undefined;
}

/** Up, down, twice, away: for one of a list. */
export function OrderButtons({ of, index, count, onMove, onCopy, onRemove }: OrderButtonsProps) {
  const { fields } = useMessages('authoring');
  return (
    <span className={styles['buttons']}>
      <Button
        look="quiet"
        icon={<ArrowUp aria-hidden />}
        aria-label={fields.moveUp(of)}
        isDisabled={index === 0}
        onPress={() => onMove(index - 1)}
      />
      <Button
        look="quiet"
        icon={<ArrowDown aria-hidden />}
        aria-label={fields.moveDown(of)}
        isDisabled={index === count - 1}
        onPress={() => onMove(index + 1)}
      />
      {onCopy && <Button look="quiet" icon={<Copy aria-hidden />} aria-label={fields.copyOne(of)} onPress={onCopy} />}
      {onRemove && <Button look="quiet" icon={<Trash2 aria-hidden />} aria-label={fields.removeOne(of)} onPress={onRemove} />}
    </span>
  );
}
