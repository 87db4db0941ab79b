import type { ReactNode } from 'react';
import { useMessages } from '../../../i18n';
import { Page } from '../../../ui/Page';
import { Tabs } from '../../../ui/Tabs';
import { CredentialTabs } from '../CredentialTabs';
import { OfficeOnly } from '../OfficeOnly';

/** What others vouch for here, and what is vouched for elsewhere in this institution's name. */
export function EndorsementsPage({ actions, children }: { actions: ReactNode; children: ReactNode }) {
  const { endorsements } = useMessages('awards');
  const { credentials } = useMessages('records');
  return (
    <OfficeOnly title={endorsements.title}>
      <Page
        title={endorsements.title}
        crumbs={[{ label: credentials.title, to: '/credentials' }]}
        lead={endorsements.lead}
        actions={actions}
      >
        <CredentialTabs />
        <Tabs
          label={endorsements.parts}
          tabs={[
            { label: endorsements.received, to: '/credentials/endorsements', isExact: true },
            { label: endorsements.given, to: '/credentials/endorsements/given' },
          ]}
        />
        {children}
      </Page>
    </OfficeOnly>
  );
}
