import type { Placeholder } from './catalogue.js';
import type { LetterLanguage } from './letter-language.js';

export type Values = Partial<Record<Placeholder, string | Date>>;

/** The same, as texts. */
export type Said = Partial<Record<Placeholder, string>>;

/** Written by Cairn and nobody else: the only ones that may be addresses. */
const ADDRESS: Placeholder = 'link';
const PARAGRAPHS: Placeholder = 'answer';
/** Words with one blank between them, and no address: what nearly all names and titles are, and hundreds of letters are written at once. */
const HARMLESS = /^[^\s\p{Cc}:.]+(?: [^\s\p{Cc}:.]+)*$/u;

/** What placeholders stand for, in the reader's language and time zone (IANA). */
export function saidIn(values: Values, language: LetterLanguage, timeZone: string): Said {
  const said: Said = {};
  for (const [name, value] of Object.entries(values) as [Placeholder, string | Date][]) {
    if (typeof value !== 'string') said[name] = momentIn(value, language, timeZone);
    else said[name] = name === ADDRESS || HARMLESS.test(value) ? value : harmless(name, value);
  }
  return said;
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
