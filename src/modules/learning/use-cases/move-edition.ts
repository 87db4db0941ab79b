import { Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { EditionStore } from '../../catalog/index.js';
import { type MovePreview, previewMove } from '../domain/edition-move.js';
import { type EditionOutline, outlineOf } from '../domain/edition-outline.js';
import { moveRefused } from '../problems.js';
import type { Learner } from './learner.js';
import { Learners } from './learners.js';
import { MoveLearner } from './move-learner.js';

/** What a move means, and between which editions. */
export interface EditionMovePlan extends MovePreview {
  from: EditionOutline;
  to: EditionOutline;
}

/** Moves a learner to another edition of the same micro-credential: nobody is moved but on purpose, after a look at what it means. */
@Injectable()
export class MoveEdition {
  constructor(
    private readonly work: UnitOfWork,
    private readonly learners: Learners,
    private readonly editions: EditionStore,
    private readonly move: MoveLearner,
  ) {}

  async preview(actor: Actor, enrollmentId: string, editionId: string): Promise<EditionMovePlan> {
    return this.work.run(actor, async (tx) => {
      const learner = await this.learners.arrangeable(tx, actor, enrollmentId);
      return plan(learner, await this.target(tx, learner, editionId));
    });
  }

  async run(actor: Actor, enrollmentId: string, editionId: string, reason: string): Promise<EditionMovePlan> {
    return this.work.runOnce(actor, async (tx) => {
      await this.learners.lock(tx, enrollmentId);
      const learner = await this.learners.arrangeable(tx, actor, enrollmentId);
      const to = await this.target(tx, learner, editionId);
      await this.move.in(tx, { enrollmentId, editionId, reason, movedBy: actor.personId });
      return plan(learner, to);
    });
  }

  private async target(tx: Tx, { standing, edition }: Learner, editionId: string): Promise<EditionOutline> {
    const target = await this.editions.find(tx, editionId);
    if (!target) throw new Problem(notFound, { detail: 'There is no such edition.', facts: { missing: 'edition' } });
    if (standing.state !== 'active') {
      throw new Problem(moveRefused, {
        detail: `Only an active learner is moved; this place is ${standing.state}.`,
        facts: { reason: 'not_active' },
      });
    }
    if (target.microCredentialId !== edition.microCredentialId) {
      throw new Problem(moveRefused, {
        detail: 'Learners are moved between editions of one micro-credential only.',
        facts: { reason: 'other_micro_credential' },
      });
    }
    if (editionId === edition.editionId)
      throw new Problem(moveRefused, { detail: 'The learner is on this edition.', facts: { reason: 'same_edition' } });
    return outlineOf(target);
  }
}

function plan({ standing, edition }: Learner, to: EditionOutline): EditionMovePlan {
  return { from: edition, to, ...previewMove(edition, to, standing.known) };
}
