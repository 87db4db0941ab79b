import type { ReactNode } from 'react';
import { useMessages } from '../../i18n';
import { Page } from '../../ui/Page';
import { Tabs } from '../../ui/Tabs';

/** One of the parts of one's own account. */
export function AccountPage({ children }: { children: ReactNode }) {
  const { title, tabs } = useMessages('account');
  return (
    <Page title={title} width="text">
      <Tabs
        label={tabs.label}
        tabs={[
          { label: tabs.you, to: '/account', isExact: true },
          { label: tabs.security, to: '/account/security' },
          { label: tabs.programs, to: '/account/programs' },
          { label: tabs.privacy, to: '/account/privacy' },
        ]}
      />
      {children}
    </Page>
  );
}
