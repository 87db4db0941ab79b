import type { ReactNode } from 'react';
import styles from './Notice.module.css';

export type Tone = 'plain' | 'good' | 'warn' | 'bad';

/** Something to know, where it matters. `bad` is read out at once. */
export function Notice({ tone = 'plain', title, children }: { tone?: Tone; title?: ReactNode; children?: ReactNode }) {
  return (
    <div className={`${styles['notice']} ${styles[tone]}`} role={tone === 'bad' ? 'alert' : undefined}>
      {title && <p className={styles['title']}>{title}</p>}
      {children}
    </div>
  );
}

/** A word or two about the state of something. */
export function Chip({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${styles['chip']} ${styles[tone]}`}>{children}</span>;
}
