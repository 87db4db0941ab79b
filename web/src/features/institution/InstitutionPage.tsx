import type { ReactNode } from 'react';
import { useRole } from '../../app/session';
import { useMessages } from '../../i18n';
import { Notice } from '../../ui/Notice';
import { Page, type PageProps } from '../../ui/Page';
import { Tabs } from '../../ui/Tabs';

type Props = Pick<PageProps, 'title' | 'lead' | 'actions' | 'width'> & { isFirst?: boolean; children: ReactNode };

/** One of the parts of the institution, with the way to the others; for administrators. */
export function InstitutionPage({ isFirst = false, children, ...page }: Props) {
  const { title, parts, tabs } = useMessages('institution');
  const { errors } = useMessages('common');
  const isAdmin = useRole('admin');
  return (
    <Page {...page} crumbs={isFirst ? [] : [{ label: title, to: '/institution' }]}>
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
              { label: tabs.webhooks, to: '/institution/webhooks' },
              { label: tabs.health, to: '/institution/health' },
            ]}
          />
          {children}
        </>
      ) : (
        <Notice tone="warn">{errors.notAllowed}</Notice>
      )}
    </Page>
  );
}
