import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer } from '../../api/client';
import { problemOf } from '../../api/problem';
import { useSession } from '../../app/session';
import { useMessages } from '../../i18n';
import { useKept } from '../../kept/use-kept';
import { tell } from '../../ui/toast';

interface Wanted<Stored extends { version: number }, Value> {
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

/** A form over one thing that several may change: what is typed outlives the tab, and a colleague who was faster overwrites nothing. */
export function useSetting<Stored extends { version: number }, Value>(wanted: Wanted<Stored, Value>) {
  const { name, queryKey, answer, valueOf, load, send, onSaved } = wanted;
  const { saved: told } = useMessages('institution');
  const { institution } = useSession();
  const queries = useQueryClient();
  const [begun, setBegun] = useState(answer);
  const [theirs, setTheirs] = useState<Answer<Stored> | null>(null);
  const keyOf = ({ data: { version } }: Answer<Stored>) => `institution.${institution?.id ?? ''}.${name}.${version}`;
  const kept = useKept(keyOf(begun), valueOf(begun.data));
  // Whoever has typed nothing sees what a colleague made of it meanwhile.
  const base = !kept.changed && answer.data.version > begun.data.version ? answer : begun;
  const beginWith = (now: Answer<Stored>) => {
    kept.forget(valueOf(now.data), keyOf(now));
    setBegun(now);
    setTheirs(null);
  };
  const change = useMutation({
    mutationFn: (etag: string | null) => send(value, { 'If-Match': etag ?? '*' }),
    onSuccess: (saved) => {
      queries.setQueryData(queryKey, saved);
      beginWith(saved);
      tell(told);
      onSaved?.(saved.data);
    },
    onError: async (error) => {
      if (problemOf(error)?.status === 412) setTheirs(await load());
    },
  });
  const value = kept.changed ? kept.value : valueOf(base.data);
  return {
    value,
    set: (typed: Value) => {
      if (base !== begun) beginWith(base);
      kept.set(typed);
    },
    changed: kept.changed,
    reset: () => beginWith(answer),
    theirs: theirs && valueOf(theirs.data),
    problem: problemOf(change.error)?.status === 412 ? null : change.error,
    isPending: change.isPending,
    save: () => change.mutate(base.etag),
    saveMine: () => change.mutate(theirs?.etag ?? null),
    takeTheirs: () => theirs && beginWith(theirs),
  };
}

export type Setting<Value> = ReturnType<typeof useSetting<{ version: number }, Value>>;
