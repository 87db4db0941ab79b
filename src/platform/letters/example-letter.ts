import type { LetterKind, LetterTemplate, TemplateName } from './catalogue.js';
import type { LetterLanguage } from './letter-language.js';
import type { LetterSender } from './letters.sql.js';
import { wordsIn } from './words.js';
import type { WrittenLetter } from './write-letter.js';
import { LetterDesk } from './letter-desk.js';

interface Example {
  publicUrl: string;
  now: Date;
  /** Of the reader; left out, somebody made up. */
  name?: string | undefined;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** In which a part of every letter is shown. */
const SHOWN: LetterKind = 'feedback';

/** A letter in the words given, about things that are made up. Its link leads to the application and opens nothing of anybody. */
export function exampleLetter(
  sender: LetterSender,
  { letter, language }: { letter: TemplateName; language: LetterLanguage },
  template: LetterTemplate,
  { publicUrl, now, name }: Example,
): WrittenLetter {
  const { examples } = wordsIn(language);
  const own = [
    ...sender.own.filter((one) => one.letter !== letter || one.language !== language),
    { ...template, letter, language },
  ];
  const kind = letter === 'signature' || letter === 'footer' ? SHOWN : letter;
  return new LetterDesk({ ...sender, own }).write({ name: name ?? examples.person, locale: language, timeZone: null }, kind, {
    'microCredential.title': examples.microCredential,
    'offering.title': examples.offering,
    'badge.name': examples.badge,
    deadline: new Date(now.getTime() + 3 * DAY_MS),
    email: 'amara@example.org',
    code: '493 027',
    answer: examples.answer,
    link: `${publicUrl}/app`,
  });
}
