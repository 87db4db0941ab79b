import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { invalidFields } from '../../../platform/http/problems.js';
import { newId } from '../../../platform/ids.js';
import { type KeptComment, KeptCommentsRepository } from '../data/kept-comments.repository.js';
import { type CommentFault, commentFault, type CommentWish, MOST_KEPT, placeOf } from '../domain/kept-comment.js';
import { commentBankFull } from '../problems.js';
import { CommentBankPlace } from './comment-bank-place.js';

const FAULTS: Record<CommentFault, { field: string; detail: string }> = {
  empty: { field: 'text', detail: 'Write something to keep.' },
  criterion_missing: { field: 'criterionId', detail: 'Name the criterion that it is for.' },
  criterion_unknown: { field: 'criterionId', detail: 'The rubric has no such criterion.' },
  shared_everywhere: { field: 'shared', detail: 'Only what is kept for one micro-credential can be shared.' },
};

/** Keeps a comment for using again. What is kept in the same place already is answered as it is. */
@Injectable()
export class KeepComment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly place: CommentBankPlace,
    private readonly comments: KeptCommentsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, offeringId: string, wish: CommentWish): Promise<KeptComment> {
    return this.work.run(actor, async (tx) => {
      const { microCredentialId, content } = await this.place.of(tx, actor, offeringId);
      const fault = commentFault(wish, content.rubric.criteria);
      if (fault) throw new Problem(invalidFields, { errors: [{ code: fault, ...FAULTS[fault] }] });
      if ((await this.comments.count(tx, actor.personId)) >= MOST_KEPT) {
        throw new Problem(commentBankFull, { detail: `You keep ${MOST_KEPT}. Remove some first.`, facts: { most: MOST_KEPT } });
      }
      const now = this.clock.now();
      return this.comments.add(tx, {
        ...placeOf(wish, microCredentialId),
        id: newId(now.getTime()),
        institutionId: actor.institutionId,
        personId: actor.personId,
        text: wish.text.trim(),
        shared: wish.shared,
        uses: 0,
        createdAt: now,
        touchedAt: now,
        version: 1,
      });
    });
  }
}
