import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import styles from './calendar.module.css';
import { byDay, dayAfterKey, monthGrid, monthOf } from './days';
import { useDays } from './use-days';

/** What a grid of days shows of something: how it is coloured is said by its kind and state. */
export interface GridEntry {
  id: string;
  day: string;
  title: string;
  kind: string;
  state?: string;
}

export interface MonthGridProps {
  entries: readonly GridEntry[];
  chosen: string;
  today: string;
  onChoose: (day: string) => void;
}

const SHOWN = 2;

/** A month as a grid of days, of which one is chosen and can have the focus (WAI-ARIA APG, grid). */
export function MonthGrid({ entries, chosen, today, onChoose }: MonthGridProps) {
  const days = useDays();
  const table = useRef<HTMLTableElement>(null);
  const walked = useRef(false);
  const ofDays = byDay(entries);
  useEffect(() => {
    if (!walked.current) return;
    walked.current = false;
    table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [chosen]);
  const walk = (event: KeyboardEvent) => {
    const next = event.altKey || event.ctrlKey || event.metaKey ? null : dayAfterKey(chosen, event.key);
    if (next === null) return;
    event.preventDefault();
    walked.current = true;
    onChoose(next);
  };
  // A grid is a table that one walks over (APG); the keys are those of the day that has the focus.
  /* oxlint-disable jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-element-to-interactive-role */
  return (
    <table
      ref={table}
      role="grid"
      className={styles['grid']}
      aria-labelledby="month"
      aria-describedby="month-keys"
      onKeyDown={walk}
    >
      <thead>
        <tr>
          {days.weekdays.map(({ long, short }) => (
            <th key={long} scope="col" abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {monthGrid(monthOf(chosen)).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <Day
                key={day}
                day={day}
                entries={ofDays.get(day) ?? []}
                isChosen={day === chosen}
                isToday={day === today}
                isOther={monthOf(day) !== monthOf(chosen)}
                onChoose={onChoose}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps {
  day: string;
  entries: readonly GridEntry[];
  isChosen: boolean;
  isToday: boolean;
  isOther: boolean;
  onChoose: (day: string) => void;
}

function Day({ day, entries, isChosen, isToday, isOther, onChoose }: DayProps) {
  const messages = useMessages('calendar');
  const format = useFormat();
  const days = useDays();
  const more = entries.length - SHOWN;
  return (
    <td aria-selected={isChosen} data-other={isOther || undefined}>
      <button
        type="button"
        tabIndex={isChosen ? 0 : -1}
        aria-label={messages.dayLabel(days.full(day), entries.length)}
        aria-current={isToday ? 'date' : undefined}
        className={styles['cell']}
        onClick={() => onChoose(day)}
      >
        <span className={styles['number']}>{Number(day.slice(8))}</span>
        {entries.slice(0, SHOWN).map(({ id, kind, state, title }) => (
          <span key={id} className={styles['mark']} data-kind={kind} data-state={state}>
            <span>{title}</span>
          </span>
        ))}
        {more > 0 && <span className={styles['moreMarks']}>{messages.moreOfDay(format.number(more))}</span>}
      </button>
    </td>
  );
}
