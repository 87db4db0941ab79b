import { useFormat } from '../i18n/format';
import styles from './Progress.module.css';

export interface ProgressProps {
  /** What makes progress, for those who do not see the bar. */
  label: string;
  /** From 0 to 1. */
  share: number;
  /** Beside the bar; by default the percentage. */
  children?: string;
}

/** How far something is: a bar and the words that say the same. */
export function Progress({ label, share, children }: ProgressProps) {
  const format = useFormat();
  const words = children ?? format.percent(share);
  return (
    <div className={styles['progress']}>
      <progress className={styles['bar']} aria-label={label} value={share} max={1}>
        {words}
      </progress>
      <span className={styles['words']}>{words}</span>
    </div>
  );
}
