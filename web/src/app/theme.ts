import { useSyncExternalStore } from 'react';
import { browserStore } from '../kept/browser-store';

export const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

const KEPT_AS = 'cairn.theme';
const listeners = new Set<() => void>();

function chosenTheme(): Theme {
  const kept = browserStore.getItem(KEPT_AS);
  return THEMES.find((theme) => theme === kept) ?? 'system';
}

export function chooseTheme(theme: Theme): void {
  browserStore.setItem(KEPT_AS, theme);
  applyTheme();
  for (const listener of listeners) listener();
}

/** What was chosen, here or elsewhere on the screen. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, chosenTheme);
}

/** `data-theme` overrides what the device asks for; the tokens know both. */
export function applyTheme(): void {
  const theme = chosenTheme();
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
