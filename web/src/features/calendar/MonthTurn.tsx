import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import styles from './calendar.module.css';
import { addMonths, monthOf } from './days';
import { useDays } from './use-days';

interface Props {
  /** Any day of the month. */
  day: string;
  today: string;
  onChoose: (day: string) => void;
}

/** Says which month it is, and turns to others. */
export function MonthTurn({ day, today, onChoose }: Props) {
  const messages = useMessages('calendar');
  const days = useDays();
  return (
    <div className={styles['turn']}>
      <h2 id="month" aria-live="polite">
        {days.month(monthOf(day))}
      </h2>
      <span className={styles['turns']}>
        <Button
          look="quiet"
          icon={<ChevronLeft aria-hidden />}
          aria-label={messages.previousMonth}
          onPress={() => onChoose(addMonths(day, -1))}
        />
        <Button onPress={() => onChoose(today)}>{messages.today}</Button>
        <Button
          look="quiet"
          icon={<ChevronRight aria-hidden />}
          aria-label={messages.nextMonth}
          onPress={() => onChoose(addMonths(day, 1))}
        />
      </span>
    </div>
  );
}
