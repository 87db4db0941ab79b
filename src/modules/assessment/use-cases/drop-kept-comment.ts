import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { KeptCommentsRepository } from '../data/kept-comments.repository.js';
import { CommentBankPlace } from './comment-bank-place.js';

/** Keeps one of the actor's own comments no longer. What was graded with it stays as it was written. */
@Injectable()
export class DropKeptComment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly place: CommentBankPlace,
    private readonly comments: KeptCommentsRepository,
  ) {}

  async run(actor: Actor, id: string): Promise<void> {
    await this.work.run(actor, async (tx) => {
      const comment = await this.place.own(tx, actor, id);
      await this.comments.remove(tx, comment.id);
    });
  }
}
