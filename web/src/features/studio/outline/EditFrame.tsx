import { type ReactNode, useEffect, useRef } from 'react';
import styles from './outline.module.css';

// A menu that closes gives the focus back to where it came from; only after that it can be had.
const AFTER_MENU_MS = 100;

/** Around a row's own form: its first field gets the focus. */
export function EditFrame({ children }: { children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => element.current?.querySelector('input')?.focus(), AFTER_MENU_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div ref={element} className={styles['edit']}>
      {children}
    </div>
  );
}
