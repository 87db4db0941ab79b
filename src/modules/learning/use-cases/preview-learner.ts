import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { NIL_ID } from '../../../platform/ids.js';
import { type DraftEdition, DraftEditions } from '../../catalog/index.js';
import { InstitutionsRepository } from '../../institutions/index.js';
import { outlineOf } from '../domain/edition-outline.js';
import { previewedLearner, type PreviewStanding } from '../domain/preview.js';
import type { Learner } from './learner.js';

/** A made-up learner on a draft: themselves, and what they would read. */
export interface Preview {
  learner: Learner;
  draft: DraftEdition;
}

/** Puts a made-up learner on a draft, for its authors. No enrolment is made and nothing is written: every id of theirs is the nil UUID. */
@Injectable()
export class PreviewLearner {
  constructor(
    private readonly drafts: DraftEditions,
    private readonly institutions: InstitutionsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async in(tx: Tx, actor: Actor, microCredentialId: string, standing: PreviewStanding): Promise<Preview> {
    const draft = await this.drafts.in(tx, actor, microCredentialId);
    const institution = await this.institutions.find(tx, draft.institutionId);
    const now = this.clock.now();
    const outline = outlineOf({ ...draft, id: NIL_ID });
    const { edition, state, known, startedAt } = previewedLearner(outline, standing, now);
    const place = {
      id: NIL_ID,
      institutionId: draft.institutionId,
      offeringId: NIL_ID,
      editionId: NIL_ID,
      // The author stands in the learner's shoes: what a learner may do is offered to them.
      personId: actor.personId,
      state,
      createdAt: startedAt,
      startedAt,
      endedAt: state === 'expired' ? now : null,
      projectDueAt: null,
    };
    return { draft, learner: { standing: { ...place, known, timeZone: institution?.timeZone ?? 'UTC' }, edition } };
  }
}
