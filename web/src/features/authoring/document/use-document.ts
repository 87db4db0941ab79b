import { useCallback, useRef, useState } from 'react';
import { type ApiProblem, problemOf } from '../../../api/problem';
import { type SaveState, useAutosave } from '../../../kept/use-autosave';
import { useKept } from '../../../kept/use-kept';
import { same } from './same';

/** What the server has. */
export interface Stored<Draft> {
  draft: Draft;
  version: number;
}

/** What is on the screen, and what of the server's it was typed over. */
interface Copy<Draft> {
  draft: Draft;
  base: Stored<Draft>;
}

interface Source<Draft> {
  /** Names it among what is kept in the browser. */
  name: string;
  loaded: Stored<Draft>;
  read: () => Promise<Stored<Draft>>;
  /** Refused with 412 where `version` is no longer the server's. */
  write: (draft: Draft, version: number) => Promise<Stored<Draft>>;
}

export interface Document<Draft> {
  draft: Draft;
  /** May be called again before the screen shows the last change: each change builds on the one before. */
  change: (changes: (draft: Draft) => Draft) => void;
  state: SaveState;
  savedAt: string | null;
  /** Why the server did not take it. */
  problem: unknown;
  isUnsaved: () => boolean;
  flush: () => Promise<void>;
  /** What is shown was typed in an earlier visit. */
  restored: boolean;
  /** Somebody else's version, where it and mine cannot both stand. */
  theirs: Draft | null;
  keepMine: () => void;
  takeTheirs: () => void;
}

const STALE = 412;

/**
 * A thing of the server that is edited here: saved as it is typed, kept in the browser until then, and never over somebody else's change.
 * Where the others changed what is not edited here, nobody is asked.
 */
export function useDocument<Draft>({ name, loaded, read, write }: Source<Draft>): Document<Draft> {
  const kept = useKept<Copy<Draft>>(name, { draft: loaded.draft, base: loaded });
  const [refused, setRefused] = useState<{ draft: Draft; problem: ApiProblem } | null>(null);
  const [theirs, setTheirs] = useState<Stored<Draft> | null>(null);
  const newest = useRef({ copy: kept.value, unsaved: kept.changed });
  const { set, forget } = kept;

  const type = useCallback(
    (copy: Copy<Draft>) => {
      newest.current = { copy, unsaved: true };
      set(copy);
    },
    [set],
  );

  const settle = (copy: Copy<Draft>, saved: Stored<Draft>) => {
    const { draft } = newest.current.copy;
    // Typed while the answer was on its way.
    if (draft !== copy.draft) return type({ draft, base: saved });
    newest.current = { copy: { draft, base: saved }, unsaved: false };
    forget(newest.current.copy);
  };

  const save = async (copy: Copy<Draft>): Promise<void> => {
    try {
      settle(copy, await write(copy.draft, copy.base.version));
      setRefused(null);
    } catch (error) {
      const problem = problemOf(error);
      if (problem?.status === STALE) return meet(copy, await read());
      if (!problem || !isFinal(problem)) throw error;
      setRefused({ draft: copy.draft, problem });
    }
  };

  /** Their change and mine meet. */
  const meet = async (copy: Copy<Draft>, current: Stored<Draft>): Promise<void> => {
    if (same(current.draft, copy.draft)) return settle(copy, current);
    if (same(current.draft, copy.base.draft)) return save({ draft: copy.draft, base: current });
    setTheirs(current);
  };

  const { draft } = kept.value;
  const isRefused = refused !== null && refused.draft === draft;
  const autosave = useAutosave(kept.value, kept.changed && theirs === null && !isRefused, save);

  return {
    draft,
    change: useCallback((changes) => type({ ...newest.current.copy, draft: changes(newest.current.copy.draft) }), [type]),
    state: isRefused || theirs ? 'failed' : autosave.state,
    savedAt: autosave.savedAt,
    problem: isRefused ? refused.problem : autosave.error,
    isUnsaved: () => newest.current.unsaved,
    flush: autosave.flush,
    restored: kept.restored,
    theirs: theirs?.draft ?? null,
    keepMine: () => {
      if (theirs) type({ draft: newest.current.copy.draft, base: theirs });
      setTheirs(null);
    },
    takeTheirs: () => {
      if (!theirs) return;
      newest.current = { copy: { draft: theirs.draft, base: theirs }, unsaved: false };
      forget(newest.current.copy);
      setTheirs(null);
    },
  };
}

/** Sending the same again would be refused again. */
function isFinal({ status }: ApiProblem): boolean {
  return status >= 400 && status < 500 && ![401, 408, 429].includes(status);
}
