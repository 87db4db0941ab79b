import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMessages } from '../../i18n';
import { Select } from '../../ui/fields';
import { Filters } from '../../ui/Filters';
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
export function OverviewFilters({ search, onChange, isStanding = false, children }: Props) {
  const texts = useMessages('overview');
  const { filters } = useMessages('common');
  const offerings = useQuery(offeringChoicesQuery).data?.items ?? [];
  const microCredentials = useQuery(microCredentialChoicesQuery).data?.items ?? [];
  const choose = (change: { [Key in keyof OverviewSearch]: OverviewSearch[Key] | '' }) => {
    const chosen = Object.entries({ ...search, ...change }).filter(([, value]) => value);
    onChange(Object.fromEntries(chosen));
  };
  const titleIn = (all: readonly { id: string; title: string }[], wanted: string) =>
    all.find(({ id }) => id === wanted)?.title ?? '…';
  const { microCredentialId, offeringId, period = USUAL_PERIOD } = search;
  const active = [
    microCredentialId && {
      key: 'microCredential',
      label: filters.of(texts.microCredential, titleIn(microCredentials, microCredentialId)),
      onRemove: () => choose({ microCredentialId: '' }),
    },
    offeringId && {
      key: 'offering',
      label: filters.of(texts.offering, titleIn(offerings, offeringId)),
      onRemove: () => choose({ offeringId: '' }),
    },
    !isStanding &&
      period !== USUAL_PERIOD && {
        key: 'period',
        label: filters.of(texts.period, texts.periods[period]),
        onRemove: () => choose({ period: '' }),
      },
  ].filter((one) => typeof one === 'object');
  return (
    <Filters label={texts.filters} active={active} always={children}>
      <Select
        label={texts.microCredential}
        value={microCredentialId ?? ''}
        onChange={(chosen) => choose({ microCredentialId: chosen, offeringId: '' })}
        choices={[
          { value: '', label: texts.allMicroCredentials },
          ...microCredentials.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <Select
        label={texts.offering}
        value={offeringId ?? ''}
        onChange={(chosen) => choose({ offeringId: chosen, microCredentialId: '' })}
        choices={[{ value: '', label: texts.allOfferings }, ...offerings.map(({ id, title }) => ({ value: id, label: title }))]}
      />
      {!isStanding && (
        <Select<Period>
          label={texts.period}
          value={period}
          onChange={(chosen) => choose({ period: chosen === USUAL_PERIOD ? '' : chosen })}
          choices={PERIODS.map((value) => ({ value, label: texts.periods[value] }))}
        />
      )}
    </Filters>
  );
}
