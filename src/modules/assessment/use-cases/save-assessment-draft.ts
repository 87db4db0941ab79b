import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { refuseStale } from '../../../platform/http/versions.js';
import type { AssessmentDraft } from '../data/assessment-draft.entity.js';
import { GradingRepository } from '../data/grading.repository.js';
import type { CriterionRating } from '../domain/criterion-rating.js';
import { LoadGrading } from './load-grading.js';

/** Keeps an assessor's notes on an attempt they hold. Incomplete is fine; the learner sees nothing of it. */
@Injectable()
export class SaveAssessmentDraft {
  constructor(
    private readonly work: UnitOfWork,
    private readonly loadGrading: LoadGrading,
    private readonly grading: GradingRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `expectedRevision` is 0 before the first save. */
  async run(
    actor: Actor,
    attemptId: string,
    expectedRevision: number,
    notes: { ratings: CriterionRating[]; feedback: string },
  ): Promise<AssessmentDraft> {
    return this.work.run(actor, async (tx) => {
      await this.loadGrading.held(tx, actor, attemptId);
      const earlier = await this.grading.draft(tx, attemptId, actor.personId);
      refuseStale(earlier?.revision ?? 0, expectedRevision);
      const draft: AssessmentDraft = {
        ...notes,
        attemptId,
        institutionId: actor.institutionId,
        assessorId: actor.personId,
        revision: expectedRevision + 1,
        updatedAt: this.clock.now(),
      };
      await this.grading.saveDraft(tx, draft);
      return draft;
    });
  }
}
