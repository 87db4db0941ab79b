import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { sendOver, type Version } from './send-over';
import { useKept } from './use-kept';

interface Wanted<Value, Saved> {
  /** Names it among what is kept in the browser. */
  name: string;
  /** As it stands, so far as is known here. */
  standing: Version<Value>;
  /** Asks for it anew, so that what comes is what stands. */
  load: () => Promise<Version<Value>>;
  send: (value: Value, ifMatch: { 'If-Match': string }) => Promise<Saved>;
  /** To make what was saved what stands. */
  onSaved: (saved: Saved) => unknown;
}

interface Typed<Value> {
  value: Value;
  over: Version<Value>;
}

/**
 * A form over one thing that several may change. What is typed is kept with the version that it was typed over: it is there again however
 * late, and a colleague who was faster overwrites nothing. `theirs` is their version then, until `saveMine` or `takeTheirs` says which stands.
 */
export function useEdit<Value, Saved>({ name, standing, load, send, onSaved }: Wanted<Value, Saved>) {
  const kept = useKept<Typed<Value>>(name, { value: standing.value, over: standing });
  const [theirs, setTheirs] = useState<Version<Value> | null>(null);
  // Whoever has typed nothing sees what a colleague made of it meanwhile.
  const { value, over } = kept.changed ? kept.value : { value: standing.value, over: standing };
  const begin = () => {
    kept.forget({ value: standing.value, over: standing });
    setTheirs(null);
  };
  const change = useMutation({
    mutationFn: (version: Version<Value>) => sendOver(version, { send: (ifMatch) => send(value, ifMatch), load }),
    onSuccess: (outcome) => {
      if ('theirs' in outcome) return setTheirs(outcome.theirs);
      const settled = onSaved(outcome.saved);
      begin();
      return settled;
    },
  });
  const reset = () => {
    begin();
    change.reset();
  };
  return {
    value,
    set: (typed: Value) => kept.set({ value: typed, over }),
    changed: kept.changed,
    reset,
    theirs: theirs && theirs.value,
    problem: change.error,
    isPending: change.isPending,
    save: () => change.mutate(over),
    saveMine: () => change.mutate(theirs ?? over),
    takeTheirs: reset,
  };
}

export type Edit<Value> = ReturnType<typeof useEdit<Value, unknown>>;
