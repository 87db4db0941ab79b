import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { EditionStore, type StoredEdition } from '../../catalog/index.js';
import { EnrollmentDirectory } from '../../enrollment/index.js';
import { type KeptComment, KeptCommentsRepository } from '../data/kept-comments.repository.js';
import { mayGrade } from '../policy.js';

/** Where comments are kept and offered: the edition of an offering that the actor assesses. */
@Injectable()
export class CommentBankPlace {
  constructor(
    private readonly enrollments: EnrollmentDirectory,
    private readonly editions: EditionStore,
    private readonly comments: KeptCommentsRepository,
  ) {}

  /** Throws 404 unless the actor assesses the offering. */
  async of(tx: Tx, actor: Actor, offeringId: string): Promise<StoredEdition> {
    const offering = await this.enrollments.seenOffering(tx, offeringId, actor.personId);
    if (!offering || !mayGrade(actor, offering.staffRoles.includes('assessor'))) throw new Problem(notFound);
    return this.editions.get(tx, offering.editionId);
  }

  /** The actor's own comment, locked. Throws 404 for those of others. */
  async own(tx: Tx, actor: Actor, id: string): Promise<KeptComment> {
    const comment = await this.comments.findLocked(tx, id);
    if (comment?.personId !== actor.personId) throw new Problem(notFound);
    return comment;
  }

  /** One that the actor may put into a text: their own, or shared where they assess. Throws 404. */
  async usable(tx: Tx, actor: Actor, id: string): Promise<KeptComment> {
    const comment = await this.comments.findLocked(tx, id);
    if (!comment) throw new Problem(notFound);
    const { personId, shared, microCredentialId } = comment;
    const isShared =
      shared && microCredentialId !== null && (await this.comments.assesses(tx, actor.personId, microCredentialId));
    if (personId !== actor.personId && !isShared) throw new Problem(notFound);
    return comment;
  }
}
