import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMessages } from '../../../i18n';
import { DayField } from '../../../ui/DayField';
import { Checkbox, Select, TextField } from '../../../ui/fields';
import { Filters, WideFilter } from '../../../ui/Filters';
import { useFollowing } from '../../../ui/use-following';
import { useDays } from '../../calendar/use-days';
import { microCredentialChoicesQuery, offeringChoicesQuery } from '../../overview/queries';
import { PLACE_STATES, ROSTER_SORTS, type RosterSearch } from './searches';

/** Choices hold at once, words when they are sent; all of it stands in the address. */
export function RosterFilters({ search, zone }: { search: RosterSearch; zone: string }) {
  const texts = useMessages('roster');
  const { learners } = useMessages('office');
  const { filters } = useMessages('common');
  const days = useDays();
  const navigate = useNavigate();
  const offerings = useQuery(offeringChoicesQuery).data?.items ?? [];
  const microCredentials = useQuery(microCredentialChoicesQuery).data?.items ?? [];
  const [words, setWords] = useFollowing(search.q ?? '');
  const choose = (change: { [Key in keyof RosterSearch]: RosterSearch[Key] | '' | false }) => {
    const chosen = Object.entries({ ...search, q: words.trim(), ...change }).filter(([, value]) => value);
    void navigate({ to: '/enrollments', search: Object.fromEntries(chosen), replace: true, resetScroll: false });
  };
  const titleIn = (all: readonly { id: string; title: string }[], wanted: string) =>
    all.find(({ id }) => id === wanted)?.title ?? '…';
  const { q, offeringId, microCredentialId, state, from, until, atRisk } = search;
  const active = [
    q && { key: 'q', label: filters.of(texts.query, q), onRemove: () => choose({ q: '' }) },
    offeringId && {
      key: 'offering',
      label: filters.of(texts.offering, titleIn(offerings, offeringId)),
      onRemove: () => choose({ offeringId: '' }),
    },
    microCredentialId && {
      key: 'microCredential',
      label: filters.of(texts.microCredential, titleIn(microCredentials, microCredentialId)),
      onRemove: () => choose({ microCredentialId: '' }),
    },
    state && { key: 'state', label: filters.of(texts.state, learners.states[state]), onRemove: () => choose({ state: '' }) },
    from && { key: 'from', label: filters.of(texts.from, days.plain(from)), onRemove: () => choose({ from: '' }) },
    until && { key: 'until', label: filters.of(texts.until, days.plain(until)), onRemove: () => choose({ until: '' }) },
    atRisk && { key: 'atRisk', label: texts.atRisk, onRemove: () => choose({ atRisk: false }) },
  ].filter((one) => typeof one === 'object');
  return (
    <Filters
      label={texts.filters}
      active={active}
      onSearch={() => choose({})}
      always={<TextField type="search" label={texts.query} maxLength={200} value={words} onChange={setWords} />}
    >
      <Select
        label={texts.offering}
        value={offeringId ?? ''}
        onChange={(chosen) => choose({ offeringId: chosen, microCredentialId: '' })}
        choices={[{ value: '', label: texts.allOfferings }, ...offerings.map(({ id, title }) => ({ value: id, label: title }))]}
      />
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
        label={texts.state}
        value={state ?? ''}
        onChange={(chosen) => choose({ state: chosen })}
        choices={[
          { value: '' as const, label: learners.all },
          ...PLACE_STATES.map((value) => ({ value, label: learners.states[value] })),
        ]}
      />
      <DayField timeZone={zone} label={texts.from} value={from ?? ''} onChange={(day) => choose({ from: day })} />
      <DayField timeZone={zone} label={texts.until} value={until ?? ''} onChange={(day) => choose({ until: day })} />
      <Select
        label={texts.sort}
        value={search.sort ?? 'newest'}
        onChange={(sort) => choose({ sort: sort === 'newest' ? '' : sort })}
        choices={ROSTER_SORTS.map((value) => ({ value, label: texts.sorts[value] }))}
      />
      <WideFilter>
        <Checkbox
          label={texts.atRisk}
          hint={texts.atRiskHint}
          value={atRisk ?? false}
          onChange={(chosen) => choose({ atRisk: chosen || false })}
        />
      </WideFilter>
    </Filters>
  );
}
