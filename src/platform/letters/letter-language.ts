import { firstSpoken, type Language, LANGUAGES } from '../languages.js';

/** Languages that letters are written in. */
export const LETTER_LANGUAGES = Object.keys(LANGUAGES) as Language[];

export type LetterLanguage = Language;

/** The first of the BCP 47 tags that letters are written in: the reader's, then their institution's; else English. */
export function letterLanguage(...tags: readonly (string | null)[]): LetterLanguage {
  return firstSpoken(...tags) ?? 'en';
}

// What everybody begins with who was not asked: no place on earth keeps it all year and calls it so.
const UNCHOSEN = 'UTC';

/** The IANA time zone in which the reader is told times: their own, or their institution's. */
export function letterTimeZone(own: string | null, institution: string): string {
  return own === null || own === UNCHOSEN ? institution : own;
}
