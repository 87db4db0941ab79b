import { Link, type LinkProps, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import styles from './Tabs.module.css';

export interface Tab {
  label: string;
  to: LinkProps['to'];
  params?: Record<string, string>;
  /** Where tabs differ by what is asked for at one address. */
  search?: Record<string, string>;
  /** Only when the address is exactly this one. */
  isExact?: boolean;
}

/** The parts of a thing, each with an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const { href } = useLocation();
  const element = useRef<HTMLElement>(null);
  // Where they do not all fit beside each other, the one that is open is to be seen, also after the window became narrower.
  useEffect(() => {
    const nav = element.current;
    if (!nav) return undefined;
    const observer = new ResizeObserver(() => {
      const current = nav.querySelector<HTMLElement>('[aria-current]');
      if (current) nav.scrollLeft = current.offsetLeft - nav.offsetLeft - (nav.clientWidth - current.clientWidth) / 2;
    });
    observer.observe(nav);
    return () => observer.disconnect();
  }, [href]);
  return (
    <nav ref={element} aria-label={label} className={styles['tabs']}>
      {tabs.map(({ label: text, to, params, search, isExact = false }) => (
        <Link
          key={text}
          to={to}
          {...(params ? { params: params as never } : {})}
          {...(search ? { search: search as never } : {})}
          activeOptions={{ exact: isExact, includeSearch: search !== undefined }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
