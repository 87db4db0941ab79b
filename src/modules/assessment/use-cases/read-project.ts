import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { EditionStore } from '../../catalog/index.js';
import { LearningRecord, type ProjectPlace, type ProjectUnlock } from '../../learning/index.js';
import { type ShownDraft, SubmissionsRepository } from '../data/submissions.repository.js';
import { attemptsLeft } from '../domain/attempt-rules.js';
import { maySeeWork } from '../policy.js';
import { type AttemptRecord, judged, projectAttempt, type Workspace } from './load-workspace.js';

/** What a learner's project shows of itself. */
export interface ShownProject {
  place: Pick<ProjectPlace, 'personId' | 'projectDueAt'>;
  edition: Pick<Workspace['edition'], 'content'>;
  unlock: ProjectUnlock;
  /** Only the learner sees what is not handed in yet. */
  draft: ShownDraft | null;
  attempts: AttemptRecord[];
  attemptsLeft: number | null;
}

@Injectable()
export class ReadProject {
  constructor(
    private readonly work: UnitOfWork,
    private readonly learning: LearningRecord,
    private readonly editions: EditionStore,
    private readonly submissions: SubmissionsRepository,
  ) {}

  async run(actor: Actor, enrollmentId: string): Promise<ShownProject> {
    return this.work.read(actor, async (tx) => {
      const place = await this.learning.projectPlace(tx, enrollmentId, actor.personId);
      if (!place || !maySeeWork(actor, place, place.staffRoles.length > 0)) throw new Problem(notFound);
      const edition = await this.editions.get(tx, place.editionId);
      const own = place.personId === actor.personId;
      const { draft, attempts } = await this.submissions.shown(tx, enrollmentId, own);
      const records = attempts.map(judged);
      return {
        place,
        edition,
        unlock: place.unlock,
        draft,
        attempts: records,
        attemptsLeft: attemptsLeft(edition.content.project.attemptLimit, records.map(projectAttempt)),
      };
    });
  }
}
