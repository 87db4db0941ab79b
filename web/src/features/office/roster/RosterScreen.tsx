import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { useRole } from '../../../app/session';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { LinkButton } from '../../../ui/LinkButton';
import { Loaded } from '../../../ui/Loaded';
import { Notice } from '../../../ui/Notice';
import { EmptyState, Page } from '../../../ui/Page';
import { zoneQuery } from '../../overview/queries';
import { ActBar } from './ActBar';
import { type Chosen, NOBODY } from './chosen';
import { countQuery, filterOf, type RosterFilter, rosterQuery } from './queries';
import { RosterFilters } from './RosterFilters';
import styles from './roster.module.css';
import { RosterTable } from './RosterTable';

export const rosterRoute = createLazyRoute('/enrollments')({ component: RosterScreen });

/** Everybody's places: found, looked through, and changed many at a time. */
function RosterScreen() {
  const texts = useMessages('roster');
  const { errors } = useMessages('common');
  const isOffice = useRole('office', 'admin');
  const zone = useQuery({ ...zoneQuery, enabled: isOffice });
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      width="full"
      actions={isOffice && <LinkButton to="/enrollment-acts">{texts.acts.title}</LinkButton>}
    >
      {isOffice ? (
        <Loaded query={zone}>{(known) => <Roster zone={known} />}</Loaded>
      ) : (
        <Notice tone="warn">{errors.notAllowed}</Notice>
      )}
    </Page>
  );
}

function Roster({ zone }: { zone: string }) {
  const search = rosterRoute.useSearch();
  const filter = filterOf(search, zone);
  return (
    <>
      <RosterFilters search={search} zone={zone} />
      {/* What was chosen among others would be out of sight. */}
      <Places key={JSON.stringify(filter)} filter={filter} />
    </>
  );
}

function Places({ filter }: { filter: RosterFilter }) {
  const texts = useMessages('roster');
  const format = useFormat();
  const search = rosterRoute.useSearch();
  const query = useInfiniteQuery(rosterQuery(filter, search.sort));
  const counted = useQuery(countQuery(filter)).data;
  const [chosen, setChosen] = useState<Chosen>(NOBODY);
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <div className={styles['list']}>
      <p role="status" className={styles['count']}>
        {counted &&
          (counted.isMore
            ? texts.moreThan(format.number(counted.count))
            : texts.count(counted.count, format.number(counted.count)))}
      </p>
      <Loaded query={query}>
        {() =>
          rows.length === 0 ? (
            <EmptyState
              title={isFiltered ? texts.emptyFiltered : texts.empty}
              action={
                isFiltered && (
                  <LinkButton to="/enrollments" search={{}}>
                    {texts.showAll}
                  </LinkButton>
                )
              }
            >
              {isFiltered ? undefined : texts.emptyText}
            </EmptyState>
          ) : (
            <>
              <ActBar chosen={chosen} onChoose={setChosen} filter={filter} counted={counted} />
              <RosterTable
                rows={rows}
                of={{ ...filter, sort: search.sort }}
                query={query}
                total={counted && !counted.isMore ? counted.count : null}
                chosen={chosen}
                onChoose={setChosen}
              />
            </>
          )
        }
      </Loaded>
    </div>
  );
}
