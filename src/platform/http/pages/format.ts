import type { Language } from '../../languages.js';

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export interface PageFormat {
  /** The day of an ISO 8601 instant, by UTC; what is none stays as it is. */
  day: (instant: string) => string;
  /** A day and a time, by UTC, which it says. */
  moment: (instant: Date) => string;
  /** A time of day, by UTC, which it says. */
  time: (instant: Date) => string;
  /** As people write it, with two decimals at most. */
  number: (value: number) => string;
  /** The form that the language has for a number: of `{ one: '# hour', other: '# hours' }`. */
  count: (value: number, forms: Forms) => string;
  /** “a, b and c” */
  list: (items: readonly string[]) => string;
  /** Of a BCP 47 tag; what names no language stays as it is. */
  languageName: (tag: string) => string;
  /** Of an ISO 3166 code; the code itself where it names no country. */
  country: (code: string) => string;
}

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de' };
const UTC = { timeZone: 'UTC' } as const;
const kept = new Map<Language, PageFormat>();

/** Days, numbers and names as a language writes them. */
export function formatIn(language: Language): PageFormat {
  const known = kept.get(language);
  if (known) return known;
  const made = formatOf(LOCALES[language]);
  kept.set(language, made);
  return made;
}

function formatOf(locale: string): PageFormat {
  const days = new Intl.DateTimeFormat(locale, { ...UTC, dateStyle: 'long' });
  const moments = new Intl.DateTimeFormat(locale, { ...UTC, dateStyle: 'medium', timeStyle: 'short' });
  const times = new Intl.DateTimeFormat(locale, { ...UTC, timeStyle: 'short' });
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const rules = new Intl.PluralRules(locale, { maximumFractionDigits: 2 });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  return {
    day: (instant) => {
      const date = new Date(instant);
      return Number.isNaN(date.getTime()) ? instant : days.format(date);
    },
    moment: (instant) => `${moments.format(instant)} UTC`,
    time: (instant) => `${times.format(instant)} UTC`,
    number: (value) => numbers.format(value),
    count: (value, forms) => (forms[rules.select(value)] ?? forms.other).replaceAll('#', numbers.format(value)),
    list: (items) => lists.format(items),
    languageName: (tag) => nameOf(languages, tag),
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code),
  };
}

function nameOf(languages: Intl.DisplayNames, tag: string): string {
  try {
    const [canonical = tag] = Intl.getCanonicalLocales(tag);
    return languages.of(canonical) ?? tag;
  } catch (error) {
    if (error instanceof RangeError) return tag;
    throw error;
  }
}
