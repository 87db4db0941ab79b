import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { useMessages } from '../../i18n';
import { useTimeZone } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { DayField } from '../../ui/DayField';
import { Dialog } from '../../ui/Dialog';
import { Select } from '../../ui/fields';
import { Filters, WideFilter } from '../../ui/Filters';
import { Actions } from '../../ui/Form';
import { useDays } from '../calendar/use-days';
import { MemberSearch } from '../office/MemberSearch';
import { type AuditEvent, type AuditSearch, KINDS } from './searches';

interface Props {
  search: AuditSearch;
  /** What is shown: the name of a person who was chosen stands there too. */
  rows: readonly AuditEvent[];
  onChange: (search: AuditSearch) => void;
}

export function AuditFilters({ search, rows, onChange }: Props) {
  const texts = useMessages('audit');
  const { filters } = useMessages('common');
  const days = useDays();
  const timeZone = useTimeZone();
  const name = useNameOf(search.personId, rows);
  const [choosing, setChoosing] = useState(false);
  const choose = (change: { [Key in keyof AuditSearch]: AuditSearch[Key] | '' }) => {
    const chosen = Object.entries({ ...search, ...change }).filter(([, value]) => value);
    onChange(Object.fromEntries(chosen));
  };
  const { kind, from, until, personId } = search;
  const active = [
    kind && { key: 'kind', label: filters.of(texts.kind, texts.kinds[kind]), onRemove: () => choose({ kind: '' }) },
    from && { key: 'from', label: filters.of(texts.from, days.plain(from)), onRemove: () => choose({ from: '' }) },
    until && { key: 'until', label: filters.of(texts.until, days.plain(until)), onRemove: () => choose({ until: '' }) },
    personId && { key: 'person', label: texts.ofPerson(name), onRemove: () => choose({ personId: '' }) },
  ].filter((one) => typeof one === 'object');
  return (
    <>
      <Filters label={texts.filters} active={active}>
        <Select
          label={texts.kind}
          value={kind ?? ''}
          onChange={(chosen) => choose({ kind: chosen })}
          choices={[
            { value: '' as const, label: texts.allKinds },
            ...KINDS.map((value) => ({ value, label: texts.kinds[value] })),
          ]}
        />
        <DayField timeZone={timeZone} label={texts.from} value={from ?? ''} onChange={(day) => choose({ from: day })} />
        <DayField timeZone={timeZone} label={texts.until} value={until ?? ''} onChange={(day) => choose({ until: day })} />
        <WideFilter>
          <Actions>
            {personId ? (
              <>
                <span>{texts.ofPerson(name)}</span>
                <Button onPress={() => choose({ personId: '' })}>{texts.everybody}</Button>
              </>
            ) : (
              <Button onPress={() => setChoosing(true)}>{texts.choosePerson}</Button>
            )}
          </Actions>
        </WideFilter>
      </Filters>
      <Dialog title={texts.choosePerson} isOpen={choosing} onClose={() => setChoosing(false)}>
        <MemberSearch
          label={texts.find}
          hint={texts.findHint}
          act={{
            label: texts.choose,
            name: texts.chooseThis,
            run: (member) => {
              setChoosing(false);
              choose({ personId: member.personId });
            },
            isPending: false,
          }}
        />
      </Dialog>
    </>
  );
}

/** Of the person whose events are shown; it may stand among them. */
function useNameOf(personId: string | undefined, rows: readonly AuditEvent[]): string {
  const texts = useMessages('audit');
  const shown = rows.flatMap(({ actor, person }) => [actor, person]).find((one) => one?.id === personId)?.name;
  const member = useQuery({
    queryKey: ['members', personId],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/members/{personId}', { params: { path: { personId: personId ?? '' } }, signal })),
    enabled: personId !== undefined && !shown,
    retry: false,
  });
  return shown ?? member.data?.name ?? texts.somebody;
}
