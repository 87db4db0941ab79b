import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { lockWords } from './lock-words';
import styles from './journey.module.css';

interface LockReasonsProps {
  reasons: readonly View<'LockReasonView'>[];
  journey: View<'JourneyView'>;
}

/** What still stands before a course or the project. */
export function LockReasons({ reasons, journey }: LockReasonsProps) {
  const messages = useMessages('learning');
  const format = useFormat();
  if (reasons.length === 0) return null;
  const titles = new Map(journey.courses.map(({ id, title }) => [id, title]));
  return (
    <div className={styles['reasons']}>
      <p>{messages.journey.unlocks}</p>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.words}>{lockWords(reason, titles, messages, (iso) => format.dateTime(iso))}</li>
        ))}
      </ul>
    </div>
  );
}
