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

interface Saying {
  value: string | Date;
  said: string;
}

/**
 * What placeholders stand for, in the reader's language and time zone (IANA). Hundreds of letters in a row tell of one badge or one
 * deadline: what was said last of each is said again while it is the same.
 */
export class Sayings {
  private readonly last = new Map<string, Saying>();

  of(values: Values, language: LetterLanguage, timeZone: string): Said {
    const said: Said = {};
    for (const name of Object.keys(values) as Placeholder[]) {
      const value = values[name];
      if (value !== undefined) said[name] = this.say(name, value, language, timeZone);
    }
    return said;
  }

  say(name: Placeholder, value: string | Date, language: LetterLanguage, timeZone: string): string {
    if (name === ADDRESS && typeof value === 'string') return value;
    const key = typeof value === 'string' ? name : `${name} ${language} ${timeZone}`;
    const last = this.last.get(key);
    if (last && last.value.valueOf() === value.valueOf()) return last.said;
    const said = typeof value === 'string' ? harmless(name, value) : momentIn(value, language, timeZone);
    this.last.set(key, { value, said });
    return said;
  }
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
  if (HARMLESS.test(value)) return value;
  const text = name === PARAGRAPHS ? value.replaceAll('\r\n', '\n').trim() : value.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return text.replace(/:(?=\/\/)/gu, ':\u2060').replace(/\b(www)\./giu, '$1\u2060.');
}
