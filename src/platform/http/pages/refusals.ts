import type { Language } from '../../languages.js';
import type { FieldError, ProblemParticulars, ProblemType } from '../problem.js';
import { de } from './words/refusals.de.js';

/** What pages say instead of the English of a problem. */
export interface RefusalWords {
  title: string;
  /** What to do, whatever exactly happened. */
  detail?: string | ((particulars: ProblemParticulars) => string);
  /** By `field.code`, or by the code alone. */
  at?: Readonly<Record<string, string>>;
}

export interface Refusal extends ProblemParticulars {
  title: string;
  /** What it is told in: English, where nobody put it into other words. */
  language: Language;
}

/** A problem in the words that its reader knows. Problems are written in English; the API tells them so. */
export function refusalIn(
  language: Language,
  { code, title }: Pick<ProblemType, 'code' | 'title'>,
  particulars: ProblemParticulars,
): Refusal {
  const words = language === 'en' ? undefined : de.known[code];
  if (!words) return { ...particulars, title, language: 'en' };
  const { detail: told, at = {} } = words;
  const detail = typeof told === 'function' ? told(particulars) : told;
  const say = (error: FieldError): FieldError => ({
    ...error,
    detail: at[`${error.field}.${error.code}`] ?? at[error.code] ?? de.unfit,
  });
  return {
    title: words.title,
    language,
    ...(detail === undefined ? {} : { detail }),
    ...(particulars.errors ? { errors: particulars.errors.map(say) } : {}),
  };
}
