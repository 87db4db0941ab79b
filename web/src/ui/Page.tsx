import { Link, type LinkProps } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { HelpButton } from '../features/help/HelpButton';
import { useMessages } from '../i18n';
import styles from './Page.module.css';

export interface Crumb {
  label: string;
  to: LinkProps['to'];
  params?: Record<string, string>;
}

export interface PageProps {
  title: string;
  /** The way back up, from the top. */
  crumbs?: readonly Crumb[];
  lead?: ReactNode;
  /** Buttons of the whole page. */
  actions?: ReactNode;
  /** How much room the content wants: a text column, the usual, or all there is. */
  width?: 'text' | 'usual' | 'full';
  children: ReactNode;
}

/** A screen: its title in the tab and as the one `h1`, which can have the focus. */
export function Page({ title, crumbs = [], lead, actions, width = 'usual', children }: PageProps) {
  const { product } = useMessages('common');
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  return (
    <div className={`${styles['page']} ${styles[width]}`}>
      <header className={styles['header']}>
        {crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
        <div className={styles['named']}>
          <h1 tabIndex={-1}>{title}</h1>
          <HelpButton screen={title} />
        </div>
        {lead && <div className={styles['lead']}>{lead}</div>}
        {actions && <div className={styles['actions']}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { breadcrumbs } = useMessages('common');
  return (
    <nav aria-label={breadcrumbs}>
      <ol className={styles['crumbs']}>
        {crumbs.map(({ label, to, params }) => (
          <li key={label}>
            <Link to={to} {...(params ? { params: params as never } : {})} activeOptions={{ exact: true }}>
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Things that belong together, on a sheet of their own. */
export function Card({ title, actions, children }: { title?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles['card']}>
      {(title || actions) && (
        <div className={styles['top']}>
          {title && <h2>{title}</h2>}
          {actions && <div className={styles['actions']}>{actions}</div>}
        </div>
      )}
      {children}
    </section>
  );
}

/** What stands where there is nothing yet: what would be here, and the way to the first one. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles['empty']}>
      <p className={styles['emptyTitle']}>{title}</p>
      {children && <div>{children}</div>}
      {action}
    </div>
  );
}
