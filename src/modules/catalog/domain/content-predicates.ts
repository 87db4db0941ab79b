import { canParseUrl } from '../../../platform/can-parse-url.js';

/** Small yes-or-no questions that the publishing checks share. */

export function isBlank(text: string): boolean {
  return text.trim() === '';
}

export function isZeroOrMore(value: number): boolean {
  return Number.isFinite(value) && value >= 0;
}

/** `null` stands for "no limit". */
export function isLimit(value: number | null): boolean {
  return value === null || (Number.isInteger(value) && value >= 1);
}

export function isWebAddress(text: string): boolean {
  return canParseUrl(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}

/** Well-formed by BCP 47; whether the subtags are registered is not asked. */
export function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Positions of the keys that occurred before. */
export function repeats(keys: readonly string[]): number[] {
  return [...keys.keys()].filter((index) => keys.indexOf(keys[index] ?? '') < index);
}

/**
 * An instant with its zone, or a plain day (which opens at midnight UTC).
 * Days that do not exist (30 February) are refused: `Date` alone would move them into the next month.
 */
export function isInstant(text: string): boolean {
  const day = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/.exec(text)?.[1];
  if (day === undefined || Number.isNaN(Date.parse(text))) return false;
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
