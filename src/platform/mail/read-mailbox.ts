import { Injectable } from '@nestjs/common';
import { Environment } from '../config/environment.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../http/access.js';
import { readCursor } from '../http/paging.js';
import { Problem } from '../http/problem.js';
import { notFound } from '../http/problems.js';

export interface ReadMail {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  createdAt: Date;
  sentAt: Date | null;
}

@Injectable()
export class ReadMailbox {
  constructor(
    private readonly work: UnitOfWork,
    private readonly environment: Environment,
  ) {}

  /** Newest first, one more than `limit`. Where mail is really sent, nobody reads other people's: 404. */
  async run(actor: Actor, { cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<ReadMail[]> {
    if (this.environment.SMTP_URL)
      throw new Problem(notFound, { detail: 'Mail is sent by SMTP here; there is no mailbox page.' });
    const after = readCursor(cursor);
    return this.work.run(actor, (tx) =>
      tx.query<ReadMail>(
        `select id, recipient, subject, body, created_at as "createdAt", sent_at as "sentAt" from mail_message
          where institution_id = $1 and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
          order by created_at desc, id desc limit $4`,
        [actor.institutionId, after?.at ?? null, after?.id ?? null, limit + 1],
      ),
    );
  }
}
