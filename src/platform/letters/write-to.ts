import { type LetterKind, type LetterTemplate, type TemplateName, termsOf } from './catalogue.js';
import { letterLanguage, type LetterLanguage, letterTimeZone } from './letter-language.js';
import { saidIn, type Values } from './letter-values.js';
import type { LetterSender } from './letters.sql.js';
import { wordsIn } from './words.js';
import { type WrittenLetter, writeLetter } from './write-letter.js';

/** Whom a letter is for. `null`: they chose nothing, and the institution's counts. */
export interface Reader {
  name: string;
  /** BCP 47. */
  locale: string | null;
  /** IANA. */
  timeZone: string | null;
}

/** The template that counts: the institution's own, or Cairn's. */
export function templateOf({ own }: Pick<LetterSender, 'own'>, name: TemplateName, language: LetterLanguage): LetterTemplate {
  const written = own.find((one) => one.letter === name && one.language === language);
  return written ?? wordsIn(language).templates[name];
}

/** A letter as its reader gets it; in `words`, if they were written for it alone. */
export function writeTo(
  reader: Reader,
  sender: LetterSender,
  kind: LetterKind,
  values: Values,
  words?: LetterTemplate,
): WrittenLetter & { language: LetterLanguage } {
  const language = letterLanguage(reader.locale, sender.language);
  const all: Values = { ...values, 'person.name': reader.name, 'institution.name': sender.name };
  const letter = writeLetter(
    words ?? templateOf(sender, kind, language),
    {
      signature: templateOf(sender, 'signature', language).body,
      footer: templateOf(sender, 'footer', language).body,
      choice: termsOf(kind).isNotice ? wordsIn(language).choice : null,
    },
    saidIn(all, language, letterTimeZone(reader.timeZone, sender.timeZone)),
  );
  return { ...letter, language };
}
