import type { Placeholder } from './catalogue.js';
import type { LetterLanguage } from './letter-language.js';

export type Values = Partial<Record<Placeholder, string | Date>>;

/** The same, as texts. */
export type Said = Partial<Record<Placeholder, string>>;

/** Written by Cairn and nobody else: the only ones that may be addresses. */
const ADDRESS: Placeholder = 'link';
const PARAGRAPHS: Placeholder = 'answer';

/** What placeholders stand for, in the reader's language and time zone (IANA). */
export function saidIn(values: Values, language: LetterLanguage, timeZone: string): Said {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value instanceof Date ? momentIn(value, language, timeZone) : name === ADDRESS ? value : harmless(name, value),
    ]),
  );
}

/** “Friday, 4 December 2026 at 14:00 CET (Europe/Vienna)” */
export function momentIn(moment: Date, language: LetterLanguage, timeZone: string): string {
  const words = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(moment);
  return timeZone === 'UTC' ? words : `${words} (${timeZone})`;
}

/**
 * People write names and titles. Mail programs make links of what looks like an address even in plain text, so an address in a name
 * is taken apart by a word joiner (U+2060), which nobody sees.
 */
function harmless(name: string, value: string): string {
  const text = name === PARAGRAPHS ? value.replaceAll('\r\n', '\n').trim() : value.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return text.replace(/:(?=\/\/)/gu, ':\u2060').replace(/\b(www)\./giu, '$1\u2060.');
}
