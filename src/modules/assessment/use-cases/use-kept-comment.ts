import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { type KeptComment, KeptCommentsRepository } from '../data/kept-comments.repository.js';
import { CommentBankPlace } from './comment-bank-place.js';

/** Counts that a comment was put into a text, and offers it first from then on. */
@Injectable()
export class UseKeptComment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly place: CommentBankPlace,
    private readonly comments: KeptCommentsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string): Promise<KeptComment> {
    return this.work.run(actor, async (tx) => {
      const comment = await this.place.usable(tx, actor, id);
      const used = { ...comment, uses: comment.uses + 1, touchedAt: this.clock.now() };
      await this.comments.save(tx, used);
      return used;
    });
  }
}
