import type { Tx } from '../database/unit-of-work.js';
import { newId } from '../ids.js';
import { enqueue } from '../queue/enqueue.js';
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
  now: Date;
}

/** Writes a mail in the transaction of what it tells of; a worker sends it after commit. */
export async function queueMail(tx: Tx, { institutionId, dedupeKey, recipient, subject, body, now }: Mail): Promise<void> {
  const id = newId(now.getTime());
  const inserted = await tx.query(
    `insert into mail_message (id, institution_id, dedupe_key, recipient, subject, body, created_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (dedupe_key) do nothing returning id`,
    [id, institutionId, dedupeKey, recipient, oneLine(subject), body, now],
  );
  if (inserted.length > 0) await enqueue(tx, sendMail, { mailId: id }, { institutionId, dedupeKey: id, now });
}

/** Subjects hold titles that people wrote; a line break there would start another header. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
