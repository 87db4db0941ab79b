import { Link } from '@tanstack/react-router';
import { useMessages } from '../../../i18n';
import type { Format } from '../../../i18n/format-for';
import { Chip } from '../../../ui/Notice';
import styles from '../../calendar/calendar.module.css';
import { isFull, type OfferingEntry } from './calendar-entries';

/** One date of an offering: what happens, when where the institution is, and how full it is. */
export function DateLine({ entry, format }: { entry: OfferingEntry; format: Format }) {
  const { calendar: texts } = useMessages('office');
  const { kind, at, offering } = entry;
  const { id, title, microCredential, seats, taken, waiting } = offering;
  const notes = [
    title === microCredential ? '' : microCredential,
    texts.taken(format.number(taken), seats === null ? null : format.number(seats)),
    waiting > 0 ? texts.waiting(waiting) : '',
  ];
  return (
    <li className={styles['entry']} data-kind={kind}>
      <span className={styles['when']}>{format.time(at)}</span>
      <div className={styles['what']}>
        <p>
          <span className={styles['kind']}>{texts.kinds[kind]}</span>{' '}
          <Link to="/offerings/$offeringId" params={{ offeringId: id }}>
            {title}
          </Link>
        </p>
        <p className={styles['quiet']}>{notes.filter(Boolean).join(' · ')}</p>
      </div>
      {isFull(offering) && <Chip tone="warn">{texts.full}</Chip>}
    </li>
  );
}
