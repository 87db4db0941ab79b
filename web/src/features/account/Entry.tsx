import type { ReactNode } from 'react';
import styles from './account.module.css';

/** Things of one's own under each other, each with what can be done about it. */
export function Entries({ children }: { children: ReactNode }) {
  return <ul className={styles['entries']}>{children}</ul>;
}

export interface EntryProps {
  icon: ReactNode;
  name: ReactNode;
  facts: readonly string[];
  action?: ReactNode;
  children?: ReactNode;
}

export function Entry({ icon, name, facts, action, children }: EntryProps) {
  return (
    <li className={styles['entry']}>
      {icon}
      <div className={styles['words']}>
        <div>{name}</div>
        <div className={styles['quiet']}>{facts.join(' · ')}</div>
        {children}
      </div>
      {action}
    </li>
  );
}
