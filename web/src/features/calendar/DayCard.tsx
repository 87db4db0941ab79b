import type { ReactNode } from 'react';
import { useMessages } from '../../i18n';
import { Card } from '../../ui/Page';
import styles from './calendar.module.css';
import { useDays } from './use-days';

interface Props<Entry> {
  day: string;
  entries: readonly Entry[];
  /** An entry as an item of a list, with its key. */
  line: (entry: Entry) => ReactNode;
}

/** What is on one day. */
export function DayCard<Entry>({ day, entries, line }: Props<Entry>) {
  const { nothingOn } = useMessages('calendar');
  const days = useDays();
  return (
    <Card title={days.full(day)}>
      {entries.length === 0 ? <p>{nothingOn}</p> : <ul className={styles['entries']}>{entries.map(line)}</ul>}
    </Card>
  );
}
