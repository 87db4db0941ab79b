import type { Language } from '../../../../platform/languages.js';
import { de } from './words/de.js';
import { en } from './words/en.js';

const WORDS: Readonly<Record<Language, typeof en>> = { en, de };

/** What the pages of offerings say, in a language. */
export function wordsIn(language: Language): typeof en {
  return WORDS[language];
}
