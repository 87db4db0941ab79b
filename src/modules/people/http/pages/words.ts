import type { Role } from '../../../../platform/http/access.js';
import { formatIn } from '../../../../platform/http/pages/format.js';
import type { Language } from '../../../../platform/languages.js';
import { de } from './words/de.js';
import { en } from './words/en.js';

const WORDS: Readonly<Record<Language, typeof en>> = { en, de };

/** What the pages about accounts say, in a language. */
export function wordsIn(language: Language): typeof en {
  return WORDS[language];
}

export function roleNames(roles: readonly Role[], language: Language): string {
  return formatIn(language).list(roles.map((role) => WORDS[language].roles[role]));
}
