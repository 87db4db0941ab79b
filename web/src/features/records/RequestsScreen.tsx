import { useInfiniteQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useMessages } from '../../i18n';
import { Select } from '../../ui/fields';
import { Loaded } from '../../ui/Loaded';
import { EmptyState, Page } from '../../ui/Page';
import { CorrectionRequest } from './CorrectionRequest';
import { CredentialTabs } from './CredentialTabs';
import { MoreButton } from './MoreButton';
import { OfficeOnly } from './OfficeOnly';
import { requestsQuery } from './queries';
import styles from './records.module.css';
import { REQUEST_STATES } from './searches';

export const requestsRoute = createLazyRoute('/credentials/requests')({ component: RequestsScreen });

function RequestsScreen() {
  const { requests: messages, credentials } = useMessages('records');
  return (
    <OfficeOnly title={messages.title}>
      <Page title={messages.title} crumbs={[{ label: credentials.title, to: '/credentials' }]} lead={messages.lead}>
        <CredentialTabs />
        <Requests />
      </Page>
    </OfficeOnly>
  );
}

function Requests() {
  const { requests: messages } = useMessages('records');
  const { state = 'open' } = requestsRoute.useSearch();
  const query = useInfiniteQuery(requestsQuery(state));
  const navigate = useNavigate();
  return (
    <>
      <Select
        label={messages.state}
        value={state}
        onChange={(chosen) =>
          void navigate({ to: '/credentials/requests', search: chosen === 'open' ? {} : { state: chosen }, replace: true })
        }
        choices={REQUEST_STATES.map((value) => ({ value, label: messages.states[value] }))}
      />
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0)
            return state === 'open' ? (
              <EmptyState title={messages.empty}>{messages.emptyHelp}</EmptyState>
            ) : (
              <EmptyState title={messages.emptyDecided} />
            );
          return (
            <div className={styles['list']}>
              {items.map((request) => (
                <CorrectionRequest key={request.id} request={request} />
              ))}
            </div>
          );
        }}
      </Loaded>
      <MoreButton query={query} />
    </>
  );
}
