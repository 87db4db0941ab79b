import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { invalidFields } from '../../../platform/http/problems.js';
import { refuseStale } from '../../../platform/http/versions.js';
import { type KeptComment, KeptCommentsRepository } from '../data/kept-comments.repository.js';
import { CommentBankPlace } from './comment-bank-place.js';

/** Rewrites one of the actor's own comments, shares it or no longer does. What was graded with it stays as it was written. */
@Injectable()
export class ChangeKeptComment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly place: CommentBankPlace,
    private readonly comments: KeptCommentsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, version: number, change: { text: string; shared: boolean }): Promise<KeptComment> {
    return this.work.run(actor, async (tx) => {
      const comment = await this.place.own(tx, actor, id);
      refuseStale(comment.version, version);
      const text = change.text.trim();
      if (text === '') refuse('text', 'empty', 'Write something to keep, or remove it.');
      if (change.shared && comment.microCredentialId === null)
        refuse('shared', 'shared_everywhere', 'Only what is kept for one micro-credential can be shared.');
      const changed = { ...comment, text, shared: change.shared, touchedAt: this.clock.now(), version: version + 1 };
      if (await this.comments.twin(tx, changed)) refuse('text', 'known', 'You keep this text here already.');
      await this.comments.save(tx, changed);
      return changed;
    });
  }
}

function refuse(field: string, code: string, detail: string): never {
  throw new Problem(invalidFields, { errors: [{ field, code, detail }] });
}
