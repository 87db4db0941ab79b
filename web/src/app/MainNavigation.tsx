import { Link, useLocation } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../i18n';
import { navigationFor } from './navigation';
import { useSession } from './session';
import styles from './Shell.module.css';
import { useFitting } from './use-fitting';
import { useSheet } from './use-sheet';

interface Way {
  key: string;
  render: (onClick?: () => void) => ReactNode;
}

/** The ways to one's screens: as many as there is room for beside each other, the others under “More”. */
export function MainNavigation() {
  const { mainNavigation, nav } = useMessages('common');
  const { roles } = useSession();
  const { pathname } = useLocation();
  const ways: Way[] = navigationFor(roles).map(({ key, to, leadsTo }) => ({
    key,
    render: (onClick) => (
      <Link
        to={to}
        aria-current={leadsTo?.some((beginning) => pathname.startsWith(beginning)) ? 'true' : undefined}
        activeProps={{ 'aria-current': 'page' }}
        activeOptions={{ exact: to === '/' }}
        onClick={onClick}
      >
        {nav[key]}
      </Link>
    ),
  }));
  ways.push({ key: 'catalogue', render: () => <a href="/">{nav.catalogue}</a> });
  // Texts of another language, and other roles, need other room.
  const { list, fitting } = useFitting(ways.map(({ key }) => key).join() + nav.catalogue);
  const rest = ways.slice(fitting);
  return (
    <nav aria-label={mainNavigation} className={styles['nav']}>
      <ul ref={list}>
        {ways.map(({ key, render }, index) => (
          <li key={key} className={index < fitting ? undefined : styles['elsewhere']}>
            {render()}
          </li>
        ))}
      </ul>
      {rest.length > 0 && <More ways={rest} />}
    </nav>
  );
}

/** A disclosure (ARIA practices, disclosure navigation): links stay links, Tab walks through them, Escape goes back. */
function More({ ways }: { ways: readonly Way[] }) {
  const { moreScreens } = useMessages('common');
  const { element, close, follow } = useSheet();
  return (
    <details ref={element} className={styles['more']} {...follow}>
      <summary>
        {moreScreens}
        <ChevronDown aria-hidden />
      </summary>
      <ul className={styles['sheet']} tabIndex={-1}>
        {ways.map(({ key, render }) => (
          <li key={key}>{render(close)}</li>
        ))}
      </ul>
    </details>
  );
}
