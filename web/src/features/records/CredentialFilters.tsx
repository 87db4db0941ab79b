import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMessages } from '../../i18n';
import { Select, TextField } from '../../ui/fields';
import { Filters } from '../../ui/Filters';
import { useFollowing } from '../../ui/use-following';
import { OfferingChoice } from './OfferingChoice';
import { offeringsQuery } from './queries';
import { CREDENTIAL_STATES, type CredentialsSearch } from './searches';

/** Choices hold at once, words when they are sent; all of it stands in the address. */
export function CredentialFilters({ search }: { search: CredentialsSearch }) {
  const { credentials: messages, states } = useMessages('records');
  const { filters } = useMessages('common');
  const navigate = useNavigate();
  const offerings = useQuery(offeringsQuery).data?.items ?? [];
  const [words, setWords] = useFollowing(search.q ?? '');
  const choose = (change: { [Key in keyof CredentialsSearch]: CredentialsSearch[Key] | '' | undefined }) => {
    const chosen = Object.entries({ ...search, q: words.trim(), ...change }).filter(([, value]) => value);
    void navigate({ to: '/credentials', search: Object.fromEntries(chosen), replace: true, resetScroll: false });
  };
  const { q, state, offeringId } = search;
  const active = [
    q && { key: 'q', label: filters.of(messages.query, q), onRemove: () => choose({ q: '' }) },
    state && { key: 'state', label: filters.of(messages.state, states[state]), onRemove: () => choose({ state: '' }) },
    offeringId && {
      key: 'offering',
      label: filters.of(messages.offering, offerings.find(({ id }) => id === offeringId)?.title ?? '…'),
      onRemove: () => choose({ offeringId: '' }),
    },
  ].filter((one) => typeof one === 'object');
  return (
    <Filters
      label={messages.filters}
      active={active}
      onSearch={() => choose({})}
      always={
        <TextField
          type="search"
          label={messages.query}
          hint={messages.queryHint}
          maxLength={200}
          value={words}
          onChange={setWords}
        />
      }
    >
      <Select
        label={messages.state}
        value={state ?? ''}
        onChange={(chosen) => choose({ state: chosen })}
        choices={[
          { value: '' as const, label: messages.allStates },
          ...CREDENTIAL_STATES.map((value) => ({ value, label: states[value] })),
        ]}
      />
      <OfferingChoice
        label={messages.offering}
        all={messages.allOfferings}
        value={offeringId}
        onChange={(chosen) => choose({ offeringId: chosen })}
      />
    </Filters>
  );
}
