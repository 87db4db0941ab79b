import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import { Select, TextField } from '../../ui/fields';
import { Actions, Form } from '../../ui/Form';
import { OfferingChoice } from './OfferingChoice';
import styles from './records.module.css';
import { CREDENTIAL_STATES, type CredentialsSearch } from './searches';

/** Choices hold at once, words when they are sent; all of it stands in the address. */
export function CredentialFilters({ search }: { search: CredentialsSearch }) {
  const { credentials: messages, states } = useMessages('records');
  const navigate = useNavigate();
  const [words, setWords] = useState(search.q ?? '');
  const choose = (change: { [Key in keyof CredentialsSearch]: CredentialsSearch[Key] | undefined }) => {
    const chosen = Object.entries({ ...search, q: words.trim(), ...change }).filter(([, value]) => value);
    void navigate({ to: '/credentials', search: Object.fromEntries(chosen), replace: true });
  };
  return (
    <Form aria-label={messages.filters} onSubmit={() => choose({})}>
      <div className={styles['filters']}>
        <TextField
          type="search"
          label={messages.query}
          hint={messages.queryHint}
          maxLength={200}
          value={words}
          onChange={setWords}
        />
        <Select
          label={messages.state}
          value={search.state ?? ''}
          onChange={(state) => choose({ state: state || undefined })}
          choices={[
            { value: '', label: messages.allStates },
            ...CREDENTIAL_STATES.map((value) => ({ value, label: states[value] })),
          ]}
        />
        <OfferingChoice
          label={messages.offering}
          all={messages.allOfferings}
          value={search.offeringId}
          onChange={(offeringId) => choose({ offeringId })}
        />
      </div>
      <Actions>
        <Button type="submit">{messages.find}</Button>
      </Actions>
    </Form>
  );
}
