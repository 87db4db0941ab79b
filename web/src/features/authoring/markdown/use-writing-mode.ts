import { useSyncExternalStore } from 'react';
import { useSession } from '../../../app/session';
import { browserStore } from '../../../kept/browser-store';

const MODES = ['rich', 'markdown'] as const;
export type WritingMode = (typeof MODES)[number];

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How this person writes, in every editor of this browser: as it will look, or with the signs of Markdown. */
export function useWritingMode(): [WritingMode, (mode: WritingMode) => void] {
  const key = `cairn.writing.${useSession().person.id}`;
  const kept = useSyncExternalStore(subscribe, () => browserStore.getItem(key));
  const choose = (mode: WritingMode) => {
    browserStore.setItem(key, mode);
    for (const listener of listeners) listener();
  };
  return [MODES.find((mode) => mode === kept) ?? 'rich', choose];
}
