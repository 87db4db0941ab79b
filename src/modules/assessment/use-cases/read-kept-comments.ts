import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { readCursor } from '../../../platform/http/paging.js';
import { KeptCommentsRepository, type NamedComment } from '../data/kept-comments.repository.js';
import { CommentBankPlace } from './comment-bank-place.js';

interface Wanted {
  criterionId?: string | undefined;
  q?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** What an assessor can put into a text: their own comments, and those that others who assess the same share; the last used first. */
@Injectable()
export class ReadKeptComments {
  constructor(
    private readonly work: UnitOfWork,
    private readonly place: CommentBankPlace,
    private readonly comments: KeptCommentsRepository,
  ) {}

  async run(actor: Actor, offeringId: string, { criterionId, q = '', cursor, limit }: Wanted): Promise<NamedComment[]> {
    return this.work.read(actor, async (tx) => {
      const { microCredentialId } = await this.place.of(tx, actor, offeringId);
      const after = readCursor(cursor);
      return this.comments.offered(tx, {
        personId: actor.personId,
        microCredentialId,
        criterionId,
        words: q.trim(),
        after,
        limit,
      });
    });
  }
}
