import type { ReactNode } from 'react';
import { useMessages } from '../../i18n';
import styles from './calendar.module.css';
import { byDay } from './days';
import { useDays } from './use-days';

interface Props<Entry> {
  entries: readonly Entry[];
  today: string;
  /** An entry as an item of a list, with its key. */
  line: (entry: Entry) => ReactNode;
}

/** Entries under the days that they are on. */
export function DayList<Entry extends { day: string }>({ entries, today, line }: Props<Entry>) {
  const messages = useMessages('calendar');
  const days = useDays();
  const found = byDay(entries);
  return (
    <div className={styles['days']}>
      {[...found].map(([day, ofDay]) => (
        <section key={day} className={styles['day']} aria-label={days.full(day)}>
          <p className={styles['date']}>
            <time dateTime={day}>{days.short(day)}</time>
            {day === today && <strong> {messages.today}</strong>}
          </p>
          <ul className={styles['entries']}>{ofDay.map(line)}</ul>
        </section>
      ))}
    </div>
  );
}
