import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { api, read } from '../../api/client';
import { inPages } from '../../api/paging';
import { useRole, useSession } from '../../app/session';
import { useMessages } from '../../i18n';
import { ExternalLinkButton } from '../../ui/LinkButton';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { EmptyState, Page } from '../../ui/Page';
import { AuditFilters } from './AuditFilters';
import { EventsTable } from './EventsTable';
import { auditFilter } from './searches';

export const auditRoute = createLazyRoute('/audit')({ component: AuditScreen });

const PAGE = 50;

const eventsQuery = (filter: ReturnType<typeof auditFilter>) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      read(api.GET('/api/v1/audit-events', { params: { query: { ...filter, limit: PAGE, ...pageParam } }, signal })),
    ...inPages,
  });

function AuditScreen() {
  const texts = useMessages('audit');
  const { people } = useMessages('office');
  const { errors } = useMessages('common');
  const isAdmin = useRole('admin');
  const search = auditRoute.useSearch();
  const { person } = useSession();
  const filter = auditFilter(search, person.timeZone);
  const csv = new URLSearchParams(filter).toString();
  const download = (
    <ExternalLinkButton
      href={`/api/v1/audit-events.csv${csv && `?${csv}`}`}
      download
      title={texts.downloadHint}
      icon={<Download aria-hidden />}
    >
      {texts.download}
    </ExternalLinkButton>
  );
  return (
    <Page title={texts.title} lead={texts.lead} crumbs={[{ label: people.title, to: '/people' }]} actions={isAdmin && download}>
      {isAdmin ? <Events filter={filter} /> : <Notice tone="warn">{errors.notAllowed}</Notice>}
    </Page>
  );
}

function Events({ filter }: { filter: ReturnType<typeof auditFilter> }) {
  const texts = useMessages('audit');
  const search = auditRoute.useSearch();
  const navigate = auditRoute.useNavigate();
  const query = useInfiniteQuery(eventsQuery(filter));
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const choose = (chosen: typeof search) => void navigate({ search: chosen, replace: true, resetScroll: false });
  return (
    <>
      <AuditFilters search={search} rows={rows} onChange={choose} />
      <Loaded query={query}>
        {() =>
          rows.length === 0 ? (
            <EmptyState title={texts.empty}>{texts.emptyText}</EmptyState>
          ) : (
            <EventsTable rows={rows} search={search} query={query} />
          )
        }
      </Loaded>
    </>
  );
}
