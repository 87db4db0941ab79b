import { insertion } from '../database/insertion.js';
import type { Tx } from '../database/unit-of-work.js';
import { newId } from '../ids.js';
import type { LetterLanguage } from '../letters/letter-language.js';
import { enqueueAll } from '../queue/enqueue.js';
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

/** As `queueMail`, in one go; some hundreds at once. */
export async function queueMails(tx: Tx, mails: readonly Mail[]): Promise<void> {
  if (mails.length === 0) return;
  const letters = mails.map((mail) => ({ id: newId(mail.now.getTime()), mail }));
  const { text, values } = insertion(
    'mail_message',
    COLUMNS,
    letters.map(
      ({ id, mail: { institutionId, dedupeKey, recipient, subject, body, html = null, language = null, enclosure, now } }) => [
        id,
        institutionId,
        dedupeKey,
        recipient,
        oneLine(subject),
        body,
        html,
        language,
        enclosure ? JSON.stringify(enclosure) : null,
        now,
      ],
    ),
  );
  const inserted = await tx.query<{ id: string }>(`${text} on conflict (dedupe_key) do nothing returning id`, values);
  const fresh = new Set(inserted.map(({ id }) => id));
  const toSend = letters.filter(({ id }) => fresh.has(id));
  await enqueueAll(
    tx,
    sendMail,
    toSend.map(({ id, mail: { institutionId, now } }) => ({ payload: { mailId: id }, institutionId, dedupeKey: id, now })),
  );
}

/** Subjects hold titles that people wrote; a line break there would start another header. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
