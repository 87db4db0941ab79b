import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useMessages } from '../../i18n';
import styles from './calendar.module.css';
import { CalendarPage } from './CalendarPage';
import { DayCard } from './DayCard';
import { EntryLine } from './EntryLine';
import { MonthGrid } from './MonthGrid';
import { MonthTurn } from './MonthTurn';
import type { Entry } from './queries';

export const monthRoute = createLazyRoute('/calendar/month')({ component: MonthScreen });

function MonthScreen() {
  return <CalendarPage>{({ entries }, today) => <Month entries={entries} today={today} />}</CalendarPage>;
}

function Month({ entries, today }: { entries: readonly Entry[]; today: string }) {
  const messages = useMessages('calendar');
  const navigate = useNavigate();
  const { day = today } = monthRoute.useSearch();
  // Walking over days is no way to go back through.
  const choose = (chosen: string) =>
    void navigate({ to: '/calendar/month', search: { day: chosen }, replace: true, resetScroll: false });
  return (
    <>
      <section className={styles['month']} aria-labelledby="month">
        <MonthTurn day={day} today={today} onChoose={choose} />
        <MonthGrid entries={entries} chosen={day} today={today} onChoose={choose} />
        <p className={styles['keys']} id="month-keys">
          {messages.gridHint}
        </p>
      </section>
      <DayCard
        day={day}
        entries={entries.filter((entry) => entry.day === day)}
        line={(entry) => <EntryLine key={entry.id} entry={entry} />}
      />
    </>
  );
}
