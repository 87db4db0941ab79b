import { insertion } from '../database/insertion.js';
import type { Tx } from '../database/unit-of-work.js';
import { newId } from '../ids.js';
import type { LetterLanguage } from '../letters/letter-language.js';
import { thenEnqueue } from '../queue/enqueue.js';
import type { Enclosure } from './enclosure.js';
import { sendMail } from './jobs/send-mail.js';

export interface Mail {
  institutionId: string;
  /** Names the mail among those of all institutions, so include an id: the same key is mailed once, ever. */
  dedupeKey: string;
  /** One bare address. */
  recipient: string;
  subject: string;
  /** Plain text. */
  body: string;
  /** The same for the body of an HTML mail, as `writeLetter` makes it. */
  html?: string;
  /** Of its words. */
  language?: LetterLanguage;
  /** Files that are made when it is sent. */
  enclosure?: Enclosure;
  now: Date;
}

const COLUMNS = {
  id: 'uuid',
  institution_id: 'uuid',
  dedupe_key: 'text',
  recipient: 'text',
  subject: 'text',
  body: 'text',
  html: 'text',
  language: 'text',
  enclosure: 'jsonb',
  created_at: 'timestamptz',
};

/** Writes a mail in the transaction of what it tells of; a worker sends it after commit. */
export async function queueMail(tx: Tx, mail: Mail): Promise<void> {
  await queueMails(tx, [mail]);
}

/** As `queueMail`, in one statement; some hundreds at once. */
export async function queueMails(tx: Tx, mails: readonly Mail[]): Promise<void> {
  if (mails.length === 0) return;
  const { text, values } = insertion(
    'mail_message',
    COLUMNS,
    mails.map(({ institutionId, dedupeKey, recipient, subject, body, html = null, language = null, enclosure, now }) => [
      newId(now.getTime()),
      institutionId,
      dedupeKey,
      recipient,
      oneLine(subject),
      body,
      html,
      language,
      enclosure ? JSON.stringify(enclosure) : null,
      now,
    ]),
  );
  await tx.query(thenEnqueue(`${text} on conflict (dedupe_key) do nothing`, sendMail, 'mailId'), values);
}

const ONE_LINE = /^[^\s\p{Cc}]+(?: [^\s\p{Cc}]+)*$/u;

/** Subjects hold titles that people wrote; a line break there would start another header. */
function oneLine(text: string): string {
  // What nearly all of them are.
  if (ONE_LINE.test(text)) return text;
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
