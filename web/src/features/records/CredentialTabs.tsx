import { useInfiniteQuery } from '@tanstack/react-query';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Tabs } from '../../ui/Tabs';
import { requestsQuery } from './queries';

export function CredentialTabs() {
  const { credentials } = useMessages('records');
  const format = useFormat();
  const first = useInfiniteQuery(requestsQuery('open')).data?.pages[0];
  const open = `${format.number(first?.items.length ?? 0)}${first?.next ? '+' : ''}`;
  return (
    <Tabs
      label={credentials.parts}
      tabs={[
        { label: credentials.list, to: '/credentials', isExact: true },
        { label: credentials.requests(open), to: '/credentials/requests', isExact: true },
        { label: credentials.revocations, to: '/credentials/revocations' },
        { label: credentials.historic, to: '/credentials/historic' },
        { label: credentials.endorsements, to: '/credentials/endorsements' },
      ]}
    />
  );
}
