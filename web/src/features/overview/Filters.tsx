import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMessages } from '../../i18n';
import { Select } from '../../ui/fields';
import styles from './overview.module.css';
import { type Period, PERIODS, USUAL_PERIOD } from './periods';
import { microCredentialChoicesQuery, offeringChoicesQuery } from './queries';
import type { OverviewSearch } from './searches';

interface Props {
  search: OverviewSearch;
  onChange: (search: OverviewSearch) => void;
  /** As of now: a time would change nothing. */
  isStanding?: boolean;
  children?: ReactNode;
}

/** Of what and when; it is part of the address. */
export function Filters({ search, onChange, isStanding = false, children }: Props) {
  const texts = useMessages('overview');
  const offerings = useQuery(offeringChoicesQuery).data?.items ?? [];
  const microCredentials = useQuery(microCredentialChoicesQuery).data?.items ?? [];
  const choose = (change: { [Key in keyof OverviewSearch]: OverviewSearch[Key] | '' }) => {
    const chosen = Object.entries({ ...search, ...change }).filter(([, value]) => value);
    onChange(Object.fromEntries(chosen));
  };
  return (
    <section aria-label={texts.filters} className={styles['filters']}>
      {children}
      <Select
        label={texts.microCredential}
        value={search.microCredentialId ?? ''}
        onChange={(microCredentialId) => choose({ microCredentialId, offeringId: '' })}
        choices={[
          { value: '', label: texts.allMicroCredentials },
          ...microCredentials.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <Select
        label={texts.offering}
        value={search.offeringId ?? ''}
        onChange={(offeringId) => choose({ offeringId, microCredentialId: '' })}
        choices={[{ value: '', label: texts.allOfferings }, ...offerings.map(({ id, title }) => ({ value: id, label: title }))]}
      />
      {!isStanding && (
        <Select<Period>
          label={texts.period}
          value={search.period ?? USUAL_PERIOD}
          onChange={(period) => choose({ period: period === USUAL_PERIOD ? '' : period })}
          choices={PERIODS.map((value) => ({ value, label: texts.periods[value] }))}
        />
      )}
    </section>
  );
}
