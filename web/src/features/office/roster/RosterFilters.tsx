import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Checkbox, Select, TextField } from '../../../ui/fields';
import { Actions, Form } from '../../../ui/Form';
import { microCredentialChoicesQuery, offeringChoicesQuery } from '../../overview/queries';
import styles from './roster.module.css';
import { PLACE_STATES, ROSTER_SORTS, type RosterSearch } from './searches';

/** Choices hold at once, words when they are sent; all of it stands in the address. */
export function RosterFilters({ search }: { search: RosterSearch }) {
  const texts = useMessages('roster');
  const { learners } = useMessages('office');
  const navigate = useNavigate();
  const offerings = useQuery(offeringChoicesQuery).data?.items ?? [];
  const microCredentials = useQuery(microCredentialChoicesQuery).data?.items ?? [];
  const [words, setWords] = useState(search.q ?? '');
  const choose = (change: { [Key in keyof RosterSearch]: RosterSearch[Key] | '' | false }) => {
    const chosen = Object.entries({ ...search, q: words.trim(), ...change }).filter(([, value]) => value);
    void navigate({ to: '/enrollments', search: Object.fromEntries(chosen), replace: true, resetScroll: false });
  };
  return (
    <Form aria-label={texts.filters} onSubmit={() => choose({})}>
      <div className={styles['filters']}>
        <TextField type="search" label={texts.query} maxLength={200} value={words} onChange={setWords} />
        <Select
          label={texts.offering}
          value={search.offeringId ?? ''}
          onChange={(offeringId) => choose({ offeringId, microCredentialId: '' })}
          choices={[{ value: '', label: texts.allOfferings }, ...offerings.map(({ id, title }) => ({ value: id, label: title }))]}
        />
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
          label={texts.state}
          value={search.state ?? ''}
          onChange={(state) => choose({ state })}
          choices={[
            { value: '' as const, label: learners.all },
            ...PLACE_STATES.map((value) => ({ value, label: learners.states[value] })),
          ]}
        />
        <TextField type="date" label={texts.from} value={search.from ?? ''} onChange={(from) => choose({ from })} />
        <TextField type="date" label={texts.until} value={search.until ?? ''} onChange={(until) => choose({ until })} />
        <Select
          label={texts.sort}
          value={search.sort ?? 'newest'}
          onChange={(sort) => choose({ sort: sort === 'newest' ? '' : sort })}
          choices={ROSTER_SORTS.map((value) => ({ value, label: texts.sorts[value] }))}
        />
      </div>
      <Checkbox
        label={texts.atRisk}
        hint={texts.atRiskHint}
        value={search.atRisk ?? false}
        onChange={(atRisk) => choose({ atRisk: atRisk || false })}
      />
      <Actions>
        <Button type="submit">{texts.find}</Button>
      </Actions>
    </Form>
  );
}
