import type { SaveState } from '../kept/use-autosave';
import { useMessages } from '../i18n';
import { useFormat } from '../i18n/format';
import styles from './Form.module.css';

/** Where what is typed has got to: read out when it changes, and never in the way. */
export function SaveStatus({ state, savedAt }: { state: SaveState; savedAt: string | null }) {
  const { saving, saved, savedAt: savedAtTime, notSaved } = useMessages('common');
  const format = useFormat();
  const words = { saving, waiting: notSaved, failed: notSaved, saved: savedAt ? savedAtTime(format.time(savedAt)) : saved };
  return (
    <span role="status" className={styles['status']}>
      {words[state]}
    </span>
  );
}
