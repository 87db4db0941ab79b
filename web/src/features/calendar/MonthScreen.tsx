import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Page';
import styles from './calendar.module.css';
import { CalendarPage } from './CalendarPage';
import { addMonths, monthOf } from './days';
import { EntryLine } from './EntryLine';
import { MonthGrid } from './MonthGrid';
import type { Entry } from './queries';
import { useDays } from './use-days';

export const monthRoute = createLazyRoute('/calendar/month')({ component: MonthScreen });

function MonthScreen() {
  return <CalendarPage>{({ entries }, today) => <Month entries={entries} today={today} />}</CalendarPage>;
}

function Month({ entries, today }: { entries: readonly Entry[]; today: string }) {
  const messages = useMessages('calendar');
  const days = useDays();
  const navigate = useNavigate();
  const { day = today } = monthRoute.useSearch();
  // Walking over days is no way to go back through.
  const choose = (chosen: string) =>
    void navigate({ to: '/calendar/month', search: { day: chosen }, replace: true, resetScroll: false });
  const ofDay = entries.filter((entry) => entry.day === day);
  return (
    <>
      <section className={styles['month']} aria-labelledby="month">
        <div className={styles['turn']}>
          <h2 id="month" aria-live="polite">
            {days.month(monthOf(day))}
          </h2>
          <span className={styles['turns']}>
            <Button
              look="quiet"
              icon={<ChevronLeft aria-hidden />}
              aria-label={messages.previousMonth}
              onPress={() => choose(addMonths(day, -1))}
            />
            <Button onPress={() => choose(today)}>{messages.today}</Button>
            <Button
              look="quiet"
              icon={<ChevronRight aria-hidden />}
              aria-label={messages.nextMonth}
              onPress={() => choose(addMonths(day, 1))}
            />
          </span>
        </div>
        <MonthGrid entries={entries} chosen={day} today={today} onChoose={choose} />
        <p className={styles['keys']} id="month-keys">
          {messages.gridHint}
        </p>
      </section>
      <Card title={days.full(day)}>
        {ofDay.length === 0 ? (
          <p>{messages.nothingOn}</p>
        ) : (
          <ul className={styles['entries']}>
            {ofDay.map((entry) => (
              <EntryLine key={entry.id} entry={entry} />
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}
