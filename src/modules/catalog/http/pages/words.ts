import type { ActivityKind } from '../../domain/activity.js';
import type { Facet } from '../../domain/catalogue-facets.js';
import { isLanguageTag } from '../../domain/content-predicates.js';
import type { DeliveryMode, Level } from '../../domain/micro-credential.js';

/** English words of the public pages. */
export const DELIVERY_WORDS: Record<DeliveryMode, string> = { online: 'Online', blended: 'Blended', onsite: 'On site' };
export const KIND_WORDS: Record<ActivityKind, string> = { page: 'Reading', video: 'Video', file: 'File', quiz: 'Quiz' };

/** `95` as `1 h 35 min`. */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** A number as people write it, with two decimals at most. */
export function amount(value: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(value);
}

export function levelWords({ framework, value }: Level): string {
  return framework === 'EQF' ? `EQF level ${value}` : value;
}

/** `de` as `German`; the tag itself where it names no language that is known. */
export function languageName(tag: string): string {
  return isLanguageTag(tag) ? (languageNames.of(tag) ?? tag) : tag;
}

export const FACET_WORDS: Record<Facet, string> = {
  skill: 'Skill',
  level: 'Level',
  language: 'Language',
  workload: 'Workload',
  start: 'Begins',
};

const OPTION_WORDS: Readonly<Record<string, string>> = {
  'under-10': 'Less than 10 hours',
  '10-30': '10 to 30 hours',
  '30-100': '30 to 100 hours',
  'over-100': '100 hours or more',
  month: 'Now or within a month',
  quarter: 'Within three months',
  any: 'One may enrol now',
};

/** An option of a facet as people read it. */
export function optionWords(facet: Facet, value: string): string {
  if (facet === 'language') return languageName(value);
  if (facet === 'level') return value.replace(/^EQF /, 'EQF level ').replace(/^local /, '');
  return facet === 'skill' ? value : (OPTION_WORDS[value] ?? value);
}

const languageNames = new Intl.DisplayNames('en', { type: 'language' });
