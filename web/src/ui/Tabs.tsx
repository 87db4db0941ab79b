import { Link, type LinkProps } from '@tanstack/react-router';
import styles from './Tabs.module.css';

export interface Tab {
  label: string;
  to: LinkProps['to'];
  params?: Record<string, string>;
  /** Only when the address is exactly this one. */
  isExact?: boolean;
}

/** The parts of a thing, each with an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className={styles['tabs']}>
      {tabs.map(({ label: text, to, params, isExact = false }) => (
        <Link
          key={text}
          to={to}
          {...(params ? { params: params as never } : {})}
          activeOptions={{ exact: isExact, includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
