import { skipToken, useInfiniteQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import type { View } from '../../api/client';
import { useRole } from '../../app/session';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { EmailAddress } from '../../ui/EmailAddress';
import { Select } from '../../ui/fields';
import { Loaded } from '../../ui/Loaded';
import { Chip, Notice } from '../../ui/Notice';
import { EmptyState, Page } from '../../ui/Page';
import { SecondLine } from '../../ui/SecondLine';
import { type LongColumn, VirtualTable, type VirtualTableProps } from '../../ui/VirtualTable';
import { OverviewFilters } from './OverviewFilters';
import { groupQuery } from './queries';
import { GROUPS, STANDING } from './searches';
import { useAsked } from './use-asked';

export const learnersRoute = createLazyRoute('/overview/learners')({ component: LearnersScreen });

type Learner = View<'GroupedLearnerView'>;

/** Who is behind a number of the overview. */
function LearnersScreen() {
  const texts = useMessages('overview');
  const { errors } = useMessages('common');
  const { group } = learnersRoute.useSearch();
  const isOffice = useRole('office', 'admin');
  return (
    <Page
      title={texts.learners.title(texts.groups[group])}
      lead={texts.meanings[group]}
      crumbs={[{ label: texts.title, to: '/overview' }]}
    >
      {isOffice ? <Learners /> : <Notice tone="warn">{errors.notAllowed}</Notice>}
    </Page>
  );
}

function Learners() {
  const { learners: texts, groups } = useMessages('overview');
  const { group, ...search } = learnersRoute.useSearch();
  const navigate = learnersRoute.useNavigate();
  const asked = useAsked(search);
  const options = groupQuery(group, asked ?? {});
  const query = useInfiniteQuery({ ...options, queryFn: asked ? options.queryFn : skipToken });
  const go = (chosen: typeof search & { group: typeof group }) =>
    void navigate({ search: chosen, replace: true, resetScroll: false });
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <OverviewFilters search={search} isStanding={STANDING.has(group)} onChange={(chosen) => go({ ...chosen, group })}>
        <Select
          label={texts.group}
          value={group}
          onChange={(chosen) => go({ ...search, group: chosen })}
          choices={GROUPS.map((value) => ({ value, label: groups[value] }))}
        />
      </OverviewFilters>
      <Loaded query={query}>
        {() =>
          rows.length === 0 ? (
            <EmptyState title={texts.empty}>{texts.emptyText}</EmptyState>
          ) : (
            <LearnerRows rows={rows} of={{ group, ...search }} query={query} />
          )
        }
      </Loaded>
    </>
  );
}

function LearnerRows(list: Pick<VirtualTableProps<Learner>, 'rows' | 'of' | 'query'>) {
  const { learners: texts } = useMessages('overview');
  const { learners } = useMessages('office');
  const format = useFormat();
  const { columns } = texts;
  const shown: LongColumn<Learner>[] = [
    {
      key: 'name',
      label: columns.name,
      width: [14, 3],
      cell: ({ enrollmentId, name, email }) => (
        <>
          <Link to="/enrollments/$enrollmentId" params={{ enrollmentId }}>
            {name || texts.unknown}
          </Link>
          {email && (
            <SecondLine>
              <EmailAddress address={email} />
            </SecondLine>
          )}
        </>
      ),
    },
    { key: 'offering', label: columns.offering, width: [11, 3], cell: ({ offering }) => offering },
    { key: 'state', label: columns.state, width: [8, 1], cell: ({ state }) => <Chip>{learners.states[state]}</Chip> },
    {
      key: 'last',
      label: columns.last,
      width: [8, 1],
      cell: ({ lastActiveAt }) => (lastActiveAt ? format.relative(lastActiveAt) : texts.never),
    },
    {
      key: 'due',
      label: columns.due,
      width: [8, 1],
      cell: ({ projectDueAt }) => (projectDueAt ? format.date(projectDueAt) : texts.noDeadline),
    },
    { key: 'risk', label: columns.risk, width: [9, 1], cell: ({ risk }) => risk && <Chip tone="warn">{texts.risks[risk]}</Chip> },
  ];
  return <VirtualTable caption={learners.title} columns={shown} rowKey={({ enrollmentId }) => enrollmentId} {...list} />;
}
