import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { problemOf } from '../../../api/problem';
import { queryClient } from '../../../api/queries';
import { useAutosave } from '../../../kept/use-autosave';
import { useKept } from '../../../kept/use-kept';
import { patch, type PatchBody } from './change-draft';
import { type MicroCredential, microCredentialQuery, remember } from '../queries';
import { changedFields, mergeDraft } from './merge-draft';

export type Field = keyof PatchBody;

/** What somebody is writing over a version that the server has. */
interface Writing<Key extends Field> {
  version: number;
  base: Pick<MicroCredential, Key>;
  mine: Pick<MicroCredential, Key>;
}

export interface Dispute<Key extends Field> {
  fields: Key[];
  theirs: MicroCredential;
}

/**
 * Some fields of a draft as a form: saved by itself, kept in the browser until they are, and brought together with what others save
 * meanwhile. Where both changed the same field, `dispute` holds theirs until `settle` says which stands. Fields that `isReady` refuses, such
 * as half an address, wait in the browser.
 */
export function useDraft<Key extends Field>(
  microCredential: MicroCredential,
  part: string,
  keys: readonly Key[],
  isReady: (key: Key, mine: Pick<MicroCredential, Key>) => boolean = () => true,
) {
  const { id } = microCredential;
  const now = pick(microCredential, keys);
  const kept = useKept<Writing<Key>>(`studio.${id}.${part}`, { version: microCredential.version, base: now, mine: now });
  const [dispute, setDispute] = useState<Dispute<Key> | null>(null);
  const latest = useRef(kept.value);
  useLayoutEffect(() => {
    latest.current = kept.value;
  });

  const { set: keep, forget } = kept;
  const write = useCallback(
    (writing: Writing<Key>) => {
      latest.current = writing;
      if (changedFields(writing.base, writing.mine).length === 0) forget(writing);
      else keep(writing);
    },
    [keep, forget],
  );

  useEffect(() => {
    if (microCredential.version <= latest.current.version) return;
    const theirs = pick(microCredential, keys);
    const { base, mine } = latest.current;
    const { merged, disputed } = mergeDraft(base, mine, theirs);
    setDispute(disputed.length === 0 ? null : { fields: disputed, theirs: microCredential });
    // While it is disputed the base stays, so that nothing is sent over theirs unasked.
    if (disputed.length === 0) write({ version: microCredential.version, base: theirs, mine: merged });
  }, [microCredential, keys, write]);

  const { base, mine } = kept.value;
  const sendable = changedFields(base, mine).filter((key) => isReady(key, mine));
  const save = async (writing: Writing<Key>) => {
    const sent = Object.fromEntries(
      changedFields(writing.base, writing.mine)
        .filter((key) => isReady(key, writing.mine))
        .map((key) => [key, writing.mine[key]]),
    ) as PatchBody;
    try {
      const saved = await patch({ id, version: writing.version }, sent);
      const { base: before, mine: newest } = latest.current;
      write({ version: saved.version, base: { ...before, ...sent }, mine: newest });
      remember(saved);
    } catch (error) {
      // The newest comes in above, and what is still mine is sent over it.
      if (problemOf(error)?.status !== 412) throw error;
      await queryClient.fetchQuery({ ...microCredentialQuery(id), staleTime: 0 });
    }
  };
  const autosave = useAutosave(kept.value, microCredential.can.change && dispute === null && sendable.length > 0, save);

  return {
    value: mine,
    set: (changes: Partial<Pick<MicroCredential, Key>>) =>
      write({ ...latest.current, mine: { ...latest.current.mine, ...changes } }),
    dispute,
    settle: (whose: 'mine' | 'theirs') => {
      if (!dispute) return;
      const theirs = pick(dispute.theirs, keys);
      const { merged } = mergeDraft(latest.current.base, latest.current.mine, theirs);
      const taken = whose === 'theirs' ? pick(dispute.theirs, dispute.fields) : {};
      setDispute(null);
      write({ version: dispute.theirs.version, base: theirs, mine: { ...merged, ...taken } });
    },
    autosave,
    /** Something is written that waits for its other half. */
    isWaiting: changedFields(base, mine).length > sendable.length,
  };
}

function pick<Key extends Field>(from: MicroCredential, keys: readonly Key[]): Pick<MicroCredential, Key> {
  return Object.fromEntries(keys.map((key) => [key, from[key] ?? null])) as Pick<MicroCredential, Key>;
}
