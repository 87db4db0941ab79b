import { useMemo } from 'react';
import type { View } from '../../../api/client';
import { useLocale, useMessages } from '../../../i18n';
import { formatFor } from '../../../i18n/format-for';
import { LinkButton } from '../../../ui/LinkButton';
import { Notice } from '../../../ui/Notice';
import { Card, EmptyState } from '../../../ui/Page';
import styles from '../../calendar/calendar.module.css';
import { DayCard } from '../../calendar/DayCard';
import { DayList } from '../../calendar/DayList';
import { monthOf } from '../../calendar/days';
import { MonthGrid } from '../../calendar/MonthGrid';
import { MonthTurn } from '../../calendar/MonthTurn';
import { useDays } from '../../calendar/use-days';
import { NewOffering } from '../OfferingsPage';
import { entriesOf, type OfferingEntry } from './calendar-entries';
import { DateLine } from './DateLine';

interface Props {
  calendar: View<'OfferingCalendarView'>;
  /** The one that is chosen. */
  day: string;
  today: string;
  /** What is there is still of another month. */
  isComing: boolean;
  isFiltered: boolean;
  onChoose: (day: string) => void;
}

/** The days of a month with the one that is chosen, where there is room for them; and all that is in the month as a list. */
export function MonthOfOfferings({ calendar, day, today, isComing, isFiltered, onChoose }: Props) {
  const { calendar: texts } = useMessages('office');
  const { gridHint } = useMessages('calendar');
  const days = useDays();
  const locale = useLocale();
  const format = useMemo(() => formatFor(locale, calendar.timeZone), [locale, calendar.timeZone]);
  const month = monthOf(day);
  const entries = entriesOf(calendar, (kind, title) => texts.entry(texts.short[kind], title));
  const ofMonth = entries.filter((entry) => monthOf(entry.day) === month);
  const line = (entry: OfferingEntry) => <DateLine key={entry.id} entry={entry} format={format} />;
  return (
    <>
      <section className={styles['month']} aria-labelledby="month">
        <MonthTurn day={day} today={today} onChoose={onChoose} />
        <div className={styles['roomy']}>
          <MonthGrid entries={entries} chosen={day} today={today} onChoose={onChoose} />
          <p className={styles['quiet']} id="month-keys">
            {gridHint} {texts.zone(calendar.timeZone)}
          </p>
        </div>
      </section>
      <div className={styles['roomy']}>
        <DayCard day={day} entries={entries.filter((entry) => entry.day === day)} line={line} />
      </div>
      {calendar.isCut && <Notice tone="warn">{texts.cut}</Notice>}
      {ofMonth.length > 0 && (
        <Card title={texts.all(days.month(month))}>
          <DayList entries={ofMonth} today={today} line={line} />
        </Card>
      )}
      {ofMonth.length === 0 && !isComing && (
        <EmptyState
          title={texts.empty(days.month(month))}
          action={
            isFiltered ? (
              <LinkButton to="/offerings/calendar" search={{ day }}>
                {texts.showAll}
              </LinkButton>
            ) : (
              <NewOffering />
            )
          }
        >
          {isFiltered ? texts.emptyFiltered : texts.emptyText}
        </EmptyState>
      )}
    </>
  );
}
