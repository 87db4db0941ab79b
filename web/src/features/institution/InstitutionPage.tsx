import type { ReactNode } from 'react';
import { useRole } from '../../app/session';
import { useMessages } from '../../i18n';
import { Notice } from '../../ui/Notice';
import { Page, type PageProps } from '../../ui/Page';
import { Tabs } from '../../ui/Tabs';
import styles from './institution.module.css';

interface Props extends Pick<PageProps, 'title' | 'lead' | 'actions'> {
  /** How much room the content wants; the frame is as wide on each part, so that nothing jumps from one to the next. */
  width?: 'text' | 'usual';
  isFirst?: boolean;
  children: ReactNode;
}

/** One of the parts of the institution, with the way to the others; for administrators. */
export function InstitutionPage({ isFirst = false, width = 'usual', children, ...page }: Props) {
  const { title, parts, tabs } = useMessages('institution');
  const { errors } = useMessages('common');
  const isAdmin = useRole('admin');
  return (
    <Page {...page} actions={isAdmin && page.actions} crumbs={isFirst ? [] : [{ label: title, to: '/institution' }]}>
      {isAdmin ? (
        <>
          <Tabs
            label={parts}
            tabs={[
              { label: tabs.about, to: '/institution', isExact: true },
              { label: tabs.look, to: '/institution/look' },
              { label: tabs.letters, to: '/institution/letters' },
              { label: tabs.keys, to: '/institution/keys' },
              { label: tabs.forms, to: '/institution/forms' },
              { label: tabs.retention, to: '/institution/retention' },
              { label: tabs.platforms, to: '/institution/platforms' },
              { label: tabs.webhooks, to: '/institution/webhooks' },
              { label: tabs.health, to: '/institution/health' },
            ]}
          />
          <div className={width === 'text' ? `${styles['body']} ${styles['narrow']}` : styles['body']}>{children}</div>
        </>
      ) : (
        <Notice tone="warn">{errors.notAllowed}</Notice>
      )}
    </Page>
  );
}
