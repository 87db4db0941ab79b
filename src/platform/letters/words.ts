import type { LetterLanguage } from './letter-language.js';
import { de } from './words/de.js';
import { en, type LetterWords } from './words/en.js';

const WORDS: Readonly<Record<LetterLanguage, LetterWords>> = { en, de };

/** All that letters say, in a language. */
export function wordsIn(language: LetterLanguage): LetterWords {
  return WORDS[language];
}
