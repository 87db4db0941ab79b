import { Link } from '@tanstack/react-router';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Chip, type Tone } from '../../ui/Notice';
import styles from './calendar.module.css';
import type { Entry } from './queries';

const TONES: Partial<Record<Entry['state'], Tone>> = { done: 'good', late: 'bad', due: 'warn' };

/** One thing that has a date: what, of what, when, and whether it is done. */
export function EntryLine({ entry }: { entry: Entry }) {
  const messages = useMessages('calendar');
  const format = useFormat();
  const { kind, state, title, microCredential, at, minutes, isExtended, lateWork, parts } = entry;
  const when = at ? format.time(at) : minutes === null ? messages.wholeDay : format.minutes(minutes);
  const notes = [
    title === microCredential ? '' : microCredential,
    isExtended ? messages.extended : '',
    lateWork && lateWork.penaltyPercentPerDay > 0 && state !== 'done'
      ? messages.penalty(format.number(lateWork.penaltyPercentPerDay))
      : '',
  ];
  return (
    <li className={styles['entry']} data-kind={kind} data-state={state}>
      <span className={styles['when']}>{when}</span>
      <div className={styles['what']}>
        <p>
          <span className={styles['kind']}>{messages.kinds[kind]}</span> <EntryLink entry={entry} />
        </p>
        {notes.some(Boolean) && <p className={styles['quiet']}>{notes.filter(Boolean).join(' · ')}</p>}
        {parts.length > 0 && (
          <ul className={styles['parts']}>
            {parts.map(({ activityId, title: part, minutes: time }) => (
              <li key={activityId ?? 'project'}>
                {messages.part(activityId === null ? messages.project(part) : part, format.minutes(time))}
              </li>
            ))}
          </ul>
        )}
      </div>
      {TONES[state] && <Chip tone={TONES[state]}>{messages.states[state]}</Chip>}
    </li>
  );
}

/** To where one does it. */
function EntryLink({ entry: { kind, title, enrollmentId, parts } }: { entry: Entry }) {
  const [first] = parts;
  if (kind === 'study' && first?.activityId) {
    const params = { enrollmentId, activityId: first.activityId };
    return (
      <Link to="/learning/$enrollmentId/activities/$activityId" params={params}>
        {title}
      </Link>
    );
  }
  const isProject = kind === 'project_due' || kind === 'project_closes' || kind === 'study';
  return (
    <Link to={isProject ? '/learning/$enrollmentId/project' : '/learning/$enrollmentId'} params={{ enrollmentId }}>
      {title}
    </Link>
  );
}
