import { browserStore } from '../kept/browser-store';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEPT_AS = 'cairn.theme';

export function chosenTheme(): Theme {
  const kept = browserStore.getItem(KEPT_AS);
  return THEMES.find((theme) => theme === kept) ?? 'system';
}

export function chooseTheme(theme: Theme): void {
  browserStore.setItem(KEPT_AS, theme);
  applyTheme();
}

/** `data-theme` overrides what the device asks for; the tokens know both. */
export function applyTheme(): void {
  const theme = chosenTheme();
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
