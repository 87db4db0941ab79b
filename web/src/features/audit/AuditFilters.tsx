import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Select, TextField } from '../../ui/fields';
import { Actions, Row } from '../../ui/Form';
import { MemberSearch } from '../office/MemberSearch';
import styles from './audit.module.css';
import { type AuditEvent, type AuditSearch, KINDS } from './searches';

interface Props {
  search: AuditSearch;
  /** What is shown: the name of a person who was chosen stands there too. */
  rows: readonly AuditEvent[];
  onChange: (search: AuditSearch) => void;
}

export function AuditFilters({ search, rows, onChange }: Props) {
  const texts = useMessages('audit');
  const [choosing, setChoosing] = useState(false);
  const choose = (change: { [Key in keyof AuditSearch]: AuditSearch[Key] | '' }) => {
    const chosen = Object.entries({ ...search, ...change }).filter(([, value]) => value);
    onChange(Object.fromEntries(chosen));
  };
  return (
    <section aria-label={texts.filters} className={styles['filters']}>
      <Row>
        <Select
          label={texts.kind}
          value={search.kind ?? ''}
          onChange={(kind) => choose({ kind })}
          choices={[
            { value: '' as const, label: texts.allKinds },
            ...KINDS.map((value) => ({ value, label: texts.kinds[value] })),
          ]}
        />
        <TextField type="date" label={texts.from} value={search.from ?? ''} onChange={(from) => choose({ from })} />
        <TextField type="date" label={texts.until} value={search.until ?? ''} onChange={(until) => choose({ until })} />
      </Row>
      <Actions>
        {search.personId ? (
          <>
            <OfPerson personId={search.personId} rows={rows} />
            <Button onPress={() => choose({ personId: '' })}>{texts.everybody}</Button>
          </>
        ) : (
          <Button onPress={() => setChoosing(true)}>{texts.choosePerson}</Button>
        )}
      </Actions>
      <Dialog title={texts.choosePerson} isOpen={choosing} onClose={() => setChoosing(false)}>
        <MemberSearch
          label={texts.find}
          hint={texts.findHint}
          act={{
            label: texts.choose,
            name: texts.chooseThis,
            run: ({ personId }) => {
              setChoosing(false);
              choose({ personId });
            },
            isPending: false,
          }}
        />
      </Dialog>
    </section>
  );
}

function OfPerson({ personId, rows }: { personId: string; rows: readonly AuditEvent[] }) {
  const texts = useMessages('audit');
  const shown = rows.flatMap(({ actor, person }) => [actor, person]).find((one) => one?.id === personId)?.name;
  const member = useQuery({
    queryKey: ['members', personId],
    queryFn: ({ signal }) => read(api.GET('/api/v1/members/{personId}', { params: { path: { personId } }, signal })),
    enabled: !shown,
    retry: false,
  });
  return <span>{texts.ofPerson(shown ?? member.data?.name ?? texts.somebody)}</span>;
}
