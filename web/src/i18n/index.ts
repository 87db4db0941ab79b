// Texts are typed objects, one file a language and part: a missing or misspelt one does not compile, and a part is loaded with the
// screens that show it. English is where the types come from.
import { useSyncExternalStore } from 'react';
import { keptLanguage, keepLanguage } from './kept-language';
import type { account } from './en/account';
import type { audit } from './en/audit';
import type { authoring } from './en/authoring';
import type { badges } from './en/badges';
import type { awards } from './en/awards';
import type { calendar } from './en/calendar';
import type { common } from './en/common';
import type { enrollment } from './en/enrollment';
import type { finding } from './en/finding';
import type { grading } from './en/grading';
import type { help } from './en/help';
import type { institution } from './en/institution';
import type { keeping } from './en/keeping';
import type { letters } from './en/letters';
import type { learning } from './en/learning';
import type { notes } from './en/notes';
import type { notices } from './en/notices';
import type { office } from './en/office';
import type { operations } from './en/operations';
import type { overview } from './en/overview';
import type { platforms } from './en/platforms';
import type { privacy } from './en/privacy';
import type { roster } from './en/roster';
import type { records } from './en/records';
import type { studio } from './en/studio';
import type { uploads } from './en/uploads';

export interface Messages {
  common: typeof common;
  calendar: typeof calendar;
  learning: typeof learning;
  studio: typeof studio;
  authoring: typeof authoring;
  finding: typeof finding;
  grading: typeof grading;
  notes: typeof notes;
  notices: typeof notices;
  office: typeof office;
  enrollment: typeof enrollment;
  operations: typeof operations;
  overview: typeof overview;
  audit: typeof audit;
  platforms: typeof platforms;
  privacy: typeof privacy;
  records: typeof records;
  roster: typeof roster;
  account: typeof account;
  badges: typeof badges;
  awards: typeof awards;
  institution: typeof institution;
  keeping: typeof keeping;
  letters: typeof letters;
  help: typeof help;
  uploads: typeof uploads;
}
export type Part = keyof Messages;

export const LOCALES = { en: 'English', de: 'Deutsch' } as const;
export type Locale = keyof typeof LOCALES;

const files = import.meta.glob<Record<string, unknown>>('./{en,de}/*.ts');
const loaded = new Map<string, Messages[Part]>();
const listeners = new Set<() => void>();
let current: Locale = firstLocale();
let revision = 0;

/** To be awaited by the loader of a route before anything of it calls `useMessages`. */
export async function loadMessages(...parts: Part[]): Promise<void> {
  await Promise.all(parts.map((part) => load(current, part)));
}

/** The texts of a part in the language that is chosen. */
export function useMessages<Name extends Part>(part: Name): Messages[Name] {
  useSyncExternalStore(subscribe, () => revision);
  const messages = loaded.get(`${current}/${part}`);
  if (!messages) throw new Error(`The texts of ${part} were not loaded: name them in the route's loader`);
  return messages as Messages[Name];
}

/** The same outside of components: as they are now. */
export function messagesNow<Name extends Part>(part: Name): Messages[Name] {
  const messages = loaded.get(`${current}/${part}`);
  if (!messages) throw new Error(`The texts of ${part} were not loaded`);
  return messages as Messages[Name];
}

export function useLocale(): Locale {
  useSyncExternalStore(subscribe, () => revision);
  return current;
}

/** Changes the language of everything on the screen. `keep`: also of the next visit with this browser. */
export async function chooseLocale(locale: Locale, { keep }: { keep: boolean }): Promise<void> {
  if (keep) keepLanguage(locale);
  if (locale === current) return;
  const parts = new Set([...loaded.keys()].map((key) => key.slice(key.indexOf('/') + 1) as Part));
  await Promise.all([...parts].map((part) => load(locale, part)));
  current = locale;
  document.documentElement.lang = locale;
  revision++;
  for (const listener of listeners) listener();
}

/** Whether this browser's user chose a language here before. */
export function localeIsChosen(): boolean {
  return isLocale(keptLanguage());
}

/** The language that we have for a BCP 47 tag. */
export function localeFor(tag: string): Locale | null {
  const language = tag.split('-')[0] ?? '';
  return isLocale(language) ? language : null;
}

function firstLocale(): Locale {
  const kept = keptLanguage();
  const locale = isLocale(kept) ? kept : (navigator.languages.map(localeFor).find((found) => found !== null) ?? 'en');
  document.documentElement.lang = locale;
  return locale;
}

function isLocale(text: string | null): text is Locale {
  return text !== null && Object.hasOwn(LOCALES, text);
}

async function load(locale: Locale, part: Part): Promise<void> {
  const key = `${locale}/${part}`;
  if (loaded.has(key)) return;
  const file = files[`./${key}.ts`];
  if (!file) throw new Error(`There are no texts of ${part} in ${locale}`);
  const module = await file();
  loaded.set(key, module[part] as Messages[Part]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
