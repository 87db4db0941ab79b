import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useRole } from '../../app/session';
import { useMessages } from '../../i18n';
import { LinkButton } from '../../ui/LinkButton';
import { Page } from '../../ui/Page';
import { Tabs } from '../../ui/Tabs';

/** What stands around the list of offerings and their calendar. */
export function OfferingsPage({ children }: { children: ReactNode }) {
  const { offerings } = useMessages('office');
  const isOffice = useRole('office', 'admin');
  return (
    <Page title={offerings.title} lead={offerings.lead} actions={isOffice && <NewOffering />}>
      {isOffice && (
        <Tabs
          label={offerings.views}
          tabs={[
            { label: offerings.list, to: '/offerings', isExact: true },
            { label: offerings.calendar, to: '/offerings/calendar' },
          ]}
        />
      )}
      {children}
    </Page>
  );
}

export function NewOffering() {
  const { offerings } = useMessages('office');
  return (
    <LinkButton look="primary" icon={<Plus aria-hidden />} to="/offerings/new">
      {offerings.create}
    </LinkButton>
  );
}
