import { type LetterKind, type LetterTemplate, type TemplateName, termsOf } from './catalogue.js';
import { letterLanguage, type LetterLanguage, letterTimeZone } from './letter-language.js';
import { Sayings, type Values } from './letter-values.js';
import type { LetterSender } from './letters.sql.js';
import { wordsIn } from './words.js';
import { readTemplate } from './read-template.js';
import { type ReadTemplate, type WrittenLetter, writeLetter } from './write-letter.js';

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

type Written = WrittenLetter & { language: LetterLanguage };

/** Writes letters of one sender as their readers get them. A template is read once, however many readers it has. */
export class LetterDesk {
  private readonly read = new Map<LetterLanguage, Map<LetterKind, ReadTemplate>>();
  private readonly sayings = new Sayings();

  constructor(private readonly sender: LetterSender) {}

  /** In `words`, if they were written for it alone. */
  write(reader: Reader, kind: LetterKind, values: Values, words?: LetterTemplate): Written {
    const { sender } = this;
    const language = letterLanguage(reader.locale, sender.language);
    const timeZone = letterTimeZone(reader.timeZone, sender.timeZone);
    const said = this.sayings.of(values, language, timeZone);
    said['person.name'] = this.sayings.say('person.name', reader.name, language, timeZone);
    said['institution.name'] = this.sayings.say('institution.name', sender.name, language, timeZone);
    const template = words ? this.framed(words, kind, language) : this.template(kind, language);
    const { subject, text, html } = writeLetter(template, said);
    return { subject, text, html, language };
  }

  private template(kind: LetterKind, language: LetterLanguage): ReadTemplate {
    const known = this.read.get(language)?.get(kind);
    if (known) return known;
    const read = this.framed(templateOf(this.sender, kind, language), kind, language);
    this.read.set(language, (this.read.get(language) ?? new Map<LetterKind, ReadTemplate>()).set(kind, read));
    return read;
  }

  private framed(template: LetterTemplate, kind: LetterKind, language: LetterLanguage): ReadTemplate {
    return readTemplate(template, {
      signature: templateOf(this.sender, 'signature', language).body,
      footer: templateOf(this.sender, 'footer', language).body,
      choice: termsOf(kind).isNotice ? wordsIn(language).choice : null,
    });
  }
}
