import { useMessages } from '../../i18n';
import styles from './calendar.module.css';
import { byDay } from './days';
import { EntryLine } from './EntryLine';
import type { Entry } from './queries';
import { useDays } from './use-days';

/** Entries under the days that they are on. */
export function DayList({ entries, today }: { entries: readonly Entry[]; today: string }) {
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
          <ul className={styles['entries']}>
            {ofDay.map((entry) => (
              <EntryLine key={entry.id} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
