import type { Language } from '../languages.js';
import { de } from './field-words.de.js';
import type { FieldError, ProblemParticulars, ProblemType, ProblemWords } from './problem.js';

type FieldWords = NonNullable<ProblemWords['at']>;

/** What is wrong with fields, whatever the problem. */
const SHARED: Readonly<Record<Exclude<Language, 'en'>, FieldWords & { other: string }>> = { de };

export interface Refusal extends ProblemParticulars {
  title: string;
  /** What it is told in: English, where only programs meet it. */
  language: Language;
}

/** A problem in the words that its reader knows. Problems are written in English; facts and codes are the same in every language. */
export function refusalIn(
  language: Language,
  { title, words }: Pick<ProblemType, 'title' | 'words'>,
  particulars: ProblemParticulars,
): Refusal {
  if (language === 'en' || words === null) return { ...particulars, title, language: 'en' };
  const { title: told, detail: says, at = {} } = words[language];
  const { detail: _, errors, ...kept } = particulars;
  const detail = typeof says === 'function' ? says(particulars) : says;
  const say = (error: FieldError): FieldError => ({
    ...error,
    detail:
      wordsAt(error, at) ??
      wordsAt(error, SHARED[language]) ??
      wordsAt({ ...error, code: 'other' }, at) ??
      SHARED[language].other,
  });
  return {
    ...kept,
    title: told,
    language,
    ...(detail === undefined ? {} : { detail }),
    ...(errors ? { errors: errors.map(say) } : {}),
  };
}

function wordsAt(error: FieldError, words: FieldWords): string | undefined {
  const name = /[^.[\]/]*$/.exec(error.field.replaceAll(/\[\d+\]|\/\d+/g, ''))?.[0] ?? '';
  const says = words[`${name}.${error.code}`] ?? words[error.code];
  return typeof says === 'function' ? says(error) : says;
}
