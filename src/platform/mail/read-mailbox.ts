import { Injectable } from '@nestjs/common';
import { Environment } from '../config/environment.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../http/access.js';
import { readCursor } from '../http/paging.js';
import { Problem } from '../http/problem.js';
import { notFound } from '../http/problems.js';
import type { LetterLanguage } from '../letters/letter-language.js';
import { EncloseFiles } from './enclose-files.js';
import type { Enclosure, FileLabel } from './enclosure.js';
import { letterWith } from './letter-with-files.js';

export interface ReadMail {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  language: LetterLanguage | null;
  /** What is enclosed, or would be if it was sent now. */
  files: readonly FileLabel[];
  createdAt: Date;
  sentAt: Date | null;
}

type MailRow = Omit<ReadMail, 'files'> & { enclosure: Enclosure | null };

function keyOf(enclosure: Enclosure | null, language: LetterLanguage | null): string {
  return `${enclosure?.kind ?? ''}:${language ?? ''}`;
}

@Injectable()
export class ReadMailbox {
  constructor(
    private readonly work: UnitOfWork,
    private readonly enclose: EncloseFiles,
    private readonly environment: Environment,
  ) {}

  /** Newest first, one more than `limit`. Where mail is really sent, nobody reads other people's: 404. */
  async run(actor: Actor, { cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<ReadMail[]> {
    this.refuseWhereSent();
    const after = readCursor(cursor);
    const rows = await this.work.run(actor, (tx) =>
      tx.query<MailRow>(
        `select id, recipient, subject, body, language, enclosure, created_at as "createdAt", sent_at as "sentAt" from mail_message
          where institution_id = $1 and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
          order by created_at desc, id desc limit $4`,
        [actor.institutionId, after?.at ?? null, after?.id ?? null, limit + 1],
      ),
    );
    const labels = new Map<string, readonly FileLabel[]>();
    for (const { enclosure, language } of rows) {
      const key = keyOf(enclosure, language);
      if (enclosure && !labels.has(key))
        labels.set(key, await this.enclose.labels(actor.institutionId, enclosure.kind, language ?? 'en'));
    }
    return rows.map(({ enclosure, ...mail }) => {
      const files = labels.get(keyOf(enclosure, mail.language)) ?? [];
      return { ...mail, body: letterWith(mail.body, files, mail.language ?? 'en'), files };
    });
  }

  /** A file that goes with a mail, made now. Throws what keeps it from being made. */
  async file(actor: Actor, mailId: string, name: string): Promise<{ label: FileLabel; content: Buffer }> {
    this.refuseWhereSent();
    const [mail] = await this.work.run(actor, (tx) =>
      tx.query<{ enclosure: Enclosure | null }>('select enclosure from mail_message where institution_id = $1 and id = $2', [
        actor.institutionId,
        mailId,
      ]),
    );
    const enclosure = mail?.enclosure;
    const offered = enclosure ? await this.enclose.labels(actor.institutionId, enclosure.kind, 'en') : [];
    const label = offered.find((one) => one.name === name);
    if (!enclosure || !label) throw new Problem(notFound, { detail: 'No such file goes with this mail.' });
    return { label, content: await this.enclose.make(actor.institutionId, enclosure, name) };
  }

  private refuseWhereSent(): void {
    if (this.environment.SMTP_URL)
      throw new Problem(notFound, { detail: 'Mail is sent by SMTP here; there is no mailbox page.' });
  }
}
