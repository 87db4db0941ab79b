import type { ReactNode } from 'react';
import styles from './SecondLine.module.css';

/** Below the name of something, what tells it from others of that name. */
export function SecondLine({ children }: { children: ReactNode }) {
  return <span className={styles['line']}>{children}</span>;
}
