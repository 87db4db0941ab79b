import type { Tx } from '../database/unit-of-work.js';
import type { Enclosure } from '../mail/enclosure.js';
import { type Mail, queueMails } from '../mail/queue-mail.js';
import type { LetterKind, LetterTemplate, LetterValues, TemplateName } from './catalogue.js';
import { type LetterTopic, senderOf, type Titles, titlesOf } from './letters.sql.js';
import { LetterDesk, type Reader } from './letter-desk.js';
import type { Values } from './letter-values.js';

export interface Letter<Kind extends LetterKind = LetterKind> {
  institutionId: string;
  /** Names the mail among those of all institutions, so include an id: the same key is mailed once, ever. */
  dedupeKey: string;
  to: Reader & { email: string };
  kind: Kind;
  values: LetterValues<Kind>;
  /** Said in these words, whatever words there are for the kind. */
  words?: LetterTemplate;
  /** Whose titles it may name. */
  about?: LetterTopic;
  /** Files that are made when it is sent. */
  enclosure?: Enclosure;
  now: Date;
}

/** Any letter, with the values of its kind. */
export type AnyLetter = { [Kind in LetterKind]: Letter<Kind> }[LetterKind];

const FRAME: readonly TemplateName[] = ['signature', 'footer'];

/**
 * Writes letters in the transaction of what they tell of, in the words of the institution and the language and time zone of each reader;
 * a worker sends them after commit. Some hundreds at once, all of one institution.
 */
export async function queueLetters(tx: Tx, letters: readonly AnyLetter[]): Promise<void> {
  const [first] = letters;
  if (!first) return;
  const kinds = [...new Set(letters.map(({ kind }) => kind))];
  const sender = await senderOf(tx, first.institutionId, [...kinds, ...FRAME]);
  const topics = letters.flatMap(({ about }) => about ?? []);
  const titles = await titlesOf(tx, topics);
  const desk = new LetterDesk(sender);
  let place = 0;
  const mails = letters.map((letter) => mailOf(letter, desk, letter.about ? titles[place++] : undefined));
  await queueMails(tx, mails);
}

export async function queueLetter(tx: Tx, letter: AnyLetter): Promise<void> {
  await queueLetters(tx, [letter]);
}

function mailOf(
  { institutionId, dedupeKey, to, kind, values, words, enclosure, now }: AnyLetter,
  desk: LetterDesk,
  titles?: Titles,
): Mail {
  const { subject, text, html, language } = desk.write(to, kind, titles ? { ...values, ...named(titles) } : values, words);
  return {
    institutionId,
    dedupeKey,
    recipient: to.email,
    subject,
    body: text,
    html,
    language,
    ...(enclosure ? { enclosure } : {}),
    now,
  };
}

function named({ microCredential, offering }: Titles): Values {
  return {
    ...(microCredential ? { 'microCredential.title': microCredential } : {}),
    ...(offering ? { 'offering.title': offering } : {}),
  };
}
