import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link, useNavigate } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import type { View } from '../../api/client';
import { useSession } from '../../app/session';
import { useMessages } from '../../i18n';
import { useFormat, useTimeZone } from '../../i18n/format';
import type { Format } from '../../i18n/format-for';
import { DayField } from '../../ui/DayField';
import { EmailAddress } from '../../ui/EmailAddress';
import { Filters } from '../../ui/Filters';
import { ExternalLinkButton, LinkButton } from '../../ui/LinkButton';
import { Loaded } from '../../ui/Loaded';
import { EmptyState, Page } from '../../ui/Page';
import { SecondLine } from '../../ui/SecondLine';
import { type LongColumn, VirtualTable, type VirtualTableProps } from '../../ui/VirtualTable';
import { OfferingChoice } from './OfferingChoice';
import { OfficeOnly } from './OfficeOnly';
import { useDays } from '../calendar/use-days';
import { completionFilter, completionsQuery, offeringsQuery } from './queries';
import styles from './records.module.css';
import type { CompletionsSearch } from './searches';
import { StateChip } from './StateChip';

export const completionsRoute = createLazyRoute('/completions')({ component: CompletionsScreen });

type Completion = View<'CompletionView'>;

function CompletionsScreen() {
  const { completions: messages } = useMessages('records');
  return (
    <OfficeOnly title={messages.title}>
      <Completions />
    </OfficeOnly>
  );
}

function Completions() {
  const { completions: messages } = useMessages('records');
  const search = completionsRoute.useSearch();
  const { person } = useSession();
  const filter = completionFilter(search, person.timeZone);
  const query = useInfiniteQuery(completionsQuery(filter));
  const csv = new URLSearchParams(filter).toString();
  return (
    <Page
      title={messages.title}
      lead={messages.lead}
      actions={
        <ExternalLinkButton
          href={`/api/v1/completions.csv${csv && `?${csv}`}`}
          download
          title={messages.downloadHint}
          icon={<Download aria-hidden />}
        >
          {messages.download}
        </ExternalLinkButton>
      }
    >
      <CompletionFilters search={search} />
      <Loaded query={query}>
        {({ pages }) => <List rows={pages.flatMap(({ items }) => items)} of={search} query={query} />}
      </Loaded>
      <details className={styles['definitions']}>
        <summary>{messages.definitions}</summary>
        <dl>
          {messages.defined.map(([term, meaning]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Page>
  );
}

function CompletionFilters({ search }: { search: CompletionsSearch }) {
  const { completions: messages } = useMessages('records');
  const { filters } = useMessages('common');
  const days = useDays();
  const timeZone = useTimeZone();
  const offerings = useQuery(offeringsQuery).data?.items ?? [];
  const navigate = useNavigate();
  const choose = (change: { [Key in keyof CompletionsSearch]: CompletionsSearch[Key] | undefined }) => {
    const chosen = Object.entries({ ...search, ...change }).filter(([, value]) => value);
    void navigate({ to: '/completions', search: Object.fromEntries(chosen), replace: true, resetScroll: false });
  };
  const { offeringId: chosenId, from: first, until: last } = search;
  const active = [
    chosenId && {
      key: 'offering',
      label: filters.of(messages.offering, offerings.find(({ id }) => id === chosenId)?.title ?? '…'),
      onRemove: () => choose({ offeringId: undefined }),
    },
    first && { key: 'from', label: filters.of(messages.from, days.plain(first)), onRemove: () => choose({ from: undefined }) },
    last && { key: 'until', label: filters.of(messages.until, days.plain(last)), onRemove: () => choose({ until: undefined }) },
  ].filter((one) => typeof one === 'object');
  return (
    <Filters label={messages.filters} active={active}>
      <OfferingChoice
        label={messages.offering}
        all={messages.allOfferings}
        value={search.offeringId}
        onChange={(offeringId) => choose({ offeringId })}
      />
      <DayField
        timeZone={timeZone}
        label={messages.from}
        value={search.from ?? ''}
        onChange={(from) => choose({ from: from || undefined })}
      />
      <DayField
        timeZone={timeZone}
        label={messages.until}
        value={search.until ?? ''}
        onChange={(until) => choose({ until: until || undefined })}
      />
    </Filters>
  );
}

function List({ rows, of, query }: Pick<VirtualTableProps<Completion>, 'rows' | 'of' | 'query'>) {
  const { completions: messages } = useMessages('records');
  const format = useFormat();
  if (rows.length === 0 && Object.keys(of).length > 0)
    return (
      <EmptyState
        title={messages.emptyFiltered}
        action={
          <LinkButton to="/completions" search={{}}>
            {messages.showAll}
          </LinkButton>
        }
      />
    );
  if (rows.length === 0) return <EmptyState title={messages.empty}>{messages.emptyHelp}</EmptyState>;
  const columns: LongColumn<Completion>[] = [
    { key: 'person', label: messages.person, width: [12, 3], cell: ({ person }) => showPerson(person, messages.unknown) },
    {
      key: 'edition',
      label: messages.microCredential,
      width: [13, 3],
      cell: ({ edition: { title, number } }) => messages.edition(title, number),
    },
    { key: 'offering', label: messages.offering, width: [10, 2], cell: ({ offering }) => offering.title },
    {
      key: 'completedAt',
      label: messages.completedAt,
      width: [12.5, 2],
      cell: ({ completedAt }) => format.dateTime(completedAt),
    },
    { key: 'workload', label: messages.workload, width: [9, 1], cell: ({ workload }) => workloadOf(workload, messages, format) },
    { key: 'credential', label: messages.credential, width: [9, 2], cell: (row) => showCredential(row, messages.without) },
  ];
  return (
    <VirtualTable
      caption={messages.caption}
      columns={columns}
      rows={rows}
      rowKey={({ enrollmentId }) => enrollmentId}
      of={of}
      query={query}
    />
  );
}

function showPerson({ name, email }: Completion['person'], unknown: string) {
  return (
    <>
      {name || unknown}
      {email && (
        <SecondLine>
          <EmailAddress address={email} />
        </SecondLine>
      )}
    </>
  );
}

function showCredential({ credential, withoutCredential }: Completion, reasons: Readonly<Record<string, string>>) {
  if (!credential) return reasons[withoutCredential ?? ''] ?? withoutCredential;
  return (
    <Link to="/credentials/$credentialId" params={{ credentialId: credential.id }}>
      <StateChip state={credential.state} />
    </Link>
  );
}

function workloadOf(
  { hours, ects, ceu }: Completion['workload'],
  messages: Pick<ReturnType<typeof useMessages<'records'>>['completions'], 'hours' | 'ects' | 'ceu'>,
  format: Format,
): string {
  return [
    hours !== null && messages.hours(format.number(hours)),
    ects !== null && messages.ects(format.number(ects)),
    ceu !== null && messages.ceu(format.number(ceu)),
  ]
    .filter(Boolean)
    .join(' · ');
}
