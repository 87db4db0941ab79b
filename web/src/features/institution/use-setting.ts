import { useQueryClient } from '@tanstack/react-query';
import type { Answer } from '../../api/client';
import { useSession } from '../../app/session';
import { useMessages } from '../../i18n';
import { type Edit, useEdit } from '../../kept/use-edit';
import { tell } from '../../ui/toast';

interface Wanted<Stored, Value> {
  /** Names it among what is kept in the browser. */
  name: string;
  queryKey: readonly unknown[];
  answer: Answer<Stored>;
  valueOf: (stored: Stored) => Value;
  /** Asks for it anew. */
  load: () => Promise<Answer<Stored>>;
  send: (value: Value, ifMatch: { 'If-Match': string }) => Promise<Answer<Stored>>;
  onSaved?: (saved: Stored) => void;
}

/** A form over a setting of the institution that is acted for. */
export function useSetting<Stored, Value>(wanted: Wanted<Stored, Value>): Edit<Value> {
  const { name, queryKey, answer, valueOf, load, send, onSaved } = wanted;
  const { saved: told } = useMessages('institution');
  const { institution } = useSession();
  const queries = useQueryClient();
  const versionOf = ({ etag, data }: Answer<Stored>) => ({ etag, value: valueOf(data) });
  return useEdit<Value, Answer<Stored>>({
    name: `setting.${institution?.id ?? ''}.${name}`,
    standing: versionOf(answer),
    load: async () => versionOf(await load()),
    send,
    onSaved: (saved) => {
      queries.setQueryData(queryKey, saved);
      tell(told);
      onSaved?.(saved.data);
    },
  });
}
