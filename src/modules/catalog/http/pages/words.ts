import { formatIn } from '../../../../platform/http/pages/format.js';
import type { Language } from '../../../../platform/languages.js';
import type { Facet } from '../../domain/catalogue-facets.js';
import type { Level } from '../../domain/micro-credential.js';
import { de } from './words/de.js';
import { en } from './words/en.js';

const WORDS: Readonly<Record<Language, typeof en>> = { en, de };

/** What the pages of the catalogue say, in a language. */
export function wordsIn(language: Language): typeof en {
  return WORDS[language];
}

/** `95` as `1 h 35 min`, which are signs and no words. */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

export function levelWords({ framework, value }: Level, language: Language): string {
  return framework === 'EQF' ? wordsIn(language).eqfLevel(value) : value;
}

/** An option of a facet as people read it. */
export function optionWords(facet: Facet, value: string, language: Language): string {
  const { eqfLevel, options } = wordsIn(language);
  if (facet === 'language') return formatIn(language).languageName(value);
  if (facet === 'level') return value.startsWith('EQF ') ? eqfLevel(value.slice(4)) : value.replace(/^local /, '');
  return facet === 'skill' ? value : (options[value] ?? value);
}
