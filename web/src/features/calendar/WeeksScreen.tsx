import { createLazyRoute } from '@tanstack/react-router';
import { useMessages } from '../../i18n';
import { Card } from '../../ui/Page';
import styles from './calendar.module.css';
import { CalendarPage } from './CalendarPage';
import { DayList } from './DayList';
import { addDays, byWeek, weekOf } from './days';
import { EntryLine } from './EntryLine';
import type { Entry } from './queries';
import { useDays } from './use-days';

export const weeksRoute = createLazyRoute('/calendar')({ component: WeeksScreen });

function WeeksScreen() {
  return <CalendarPage>{({ entries }, today) => <Weeks entries={entries} today={today} />}</CalendarPage>;
}

const line = (entry: Entry) => <EntryLine key={entry.id} entry={entry} />;

function Weeks({ entries, today }: { entries: readonly Entry[]; today: string }) {
  const messages = useMessages('calendar');
  const days = useDays();
  const thisWeek = weekOf(today);
  const before = entries.filter(({ day }) => day < thisWeek);
  const late = before.filter(({ state }) => state === 'late');
  const earlier = before.filter(({ state }) => state !== 'late');
  const title = (monday: string) => {
    if (monday === thisWeek) return messages.thisWeek;
    return monday === addDays(thisWeek, 7) ? messages.nextWeek : messages.weekOf(days.plain(monday));
  };
  return (
    <>
      {late.length > 0 && (
        <Card title={messages.late}>
          <DayList entries={late} today={today} line={line} />
        </Card>
      )}
      {byWeek(entries, today).map((week) => (
        <Card key={week.monday} title={title(week.monday)}>
          {week.entries.length === 0 ? <p>{messages.quietWeek}</p> : <DayList entries={week.entries} today={today} line={line} />}
        </Card>
      ))}
      {earlier.length > 0 && (
        <details className={styles['earlier']}>
          <summary>{messages.earlier(earlier.length)}</summary>
          <DayList entries={earlier.toReversed()} today={today} line={line} />
        </details>
      )}
    </>
  );
}
